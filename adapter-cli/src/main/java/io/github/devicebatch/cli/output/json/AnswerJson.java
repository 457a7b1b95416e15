package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.InstantSource;

/** Writer of one answer as fields of the current JSON object. */
record AnswerJson(JsonFields fields, DeviceFilter devices, InstantSource time) {

    /** Kind of an answer that describes the batch. */
    static final String FOUND = "found";

    void write(BatchReference batch, BatchStatusAnswer answer) {
        fields.batch(batch);
        fields.text("answer", kind(answer));
        switch (answer) {
            case Found found -> write(found.status());
            case NotFound notFound -> fields.text("detail", BatchText.detail(answer));
            case Refused refused -> write(refused);
            case Unavailable unavailable -> write(unavailable);
            case Unreadable unreadable -> fields.text("detail", BatchText.detail(answer));
        }
        new CommonJson(fields).trace(answer.trace());
    }

    private void write(BatchStatus status) {
        fields.text("status", status.state().text());
        fields.word("outcome", status.outcome());
        fields.text("startedTime", status.startedTime());
        fields.text("completedTime", status.completedTime());
        CommonJson common = new CommonJson(fields);
        common.tally("counts", status.tally());
        common.devices("devices", devices.of(status), status::isAccepted);
        fields.texts("remarks", status.remarks());
    }

    private void write(Refused refused) {
        fields.word("reason", refused.reason());
        fields.word("party", refused.party());
        fields.text("detail", BatchText.detail(refused));
    }

    private void write(Unavailable unavailable) {
        fields.word("cause", unavailable.cause());
        fields.word("party", unavailable.party());
        fields.text("detail", BatchText.detail(unavailable));
        fields.text("retryAt", UnavailableText.retryAt(unavailable, time));
    }

    /** Returns the kind of an answer, as JSON names it. */
    static String kind(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> FOUND;
            case NotFound notFound -> "notFound";
            case Refused refused -> "refused";
            case Unavailable unavailable -> "unavailable";
            case Unreadable unreadable -> "unreadable";
        };
    }
}
