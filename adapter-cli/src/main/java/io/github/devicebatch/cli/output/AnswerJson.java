package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.InstantSource;
import java.util.Optional;

/** Writes one answer as the members of the current JSON object. */
record AnswerJson(JsonFields members, DeviceFilter devices, InstantSource time) {

    /** The word for a description. */
    static final String FOUND = "found";

    void write(BatchReference batch, BatchStatusAnswer answer) {
        members.batch(batch);
        members.text("answer", kind(answer));
        switch (answer) {
            case Found found -> new JsonBatch(members, devices).write(found.status());
            case NotFound notFound -> members.text("detail", detail(answer));
            case Refused refused -> writeRefused(refused);
            case Unavailable unavailable -> writeUnavailable(unavailable);
            case Unreadable unreadable -> members.text("detail", detail(answer));
        }
        new CommonJson.JsonTrace(members).write(answer.trace());
    }

    /** Gives the word for a kind of answer. */
    static String kind(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> FOUND;
            case NotFound notFound -> "notFound";
            case Refused refused -> "refused";
            case Unavailable unavailable -> "unavailable";
            case Unreadable unreadable -> "unreadable";
        };
    }

    private void writeRefused(Refused refused) {
        members.word("reason", refused.reason());
        members.text("detail", detail(refused));
    }

    private void writeUnavailable(Unavailable unavailable) {
        members.word("cause", unavailable.cause());
        members.text("detail", detail(unavailable));
        members.text("retryAt", UnavailableText.ComeBack.at(unavailable, time));
    }

    /** Says what stands behind an answer that is no description. */
    static Optional<String> detail(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> Optional.empty();
            case NotFound notFound -> said(notFound.fault());
            case Refused refused -> said(refused.fault());
            case Unavailable unavailable -> Optional.of(unavailable.detail());
            case Unreadable unreadable -> Optional.of(unreadable.why());
        };
    }

    private static Optional<String> said(Fault fault) {
        return Optional.of(fault.toString()).filter(text -> !text.isEmpty());
    }

    /** Writes what the service said of a batch as members of the current JSON object. */
    record JsonBatch(JsonFields members, DeviceFilter devices) {

        void write(BatchStatus status) {
            members.text("status", status.state().text());
            members.word("outcome", status.outcome());
            members.text("startedTime", status.startedTime());
            members.text("completedTime", status.completedTime());
            CommonJson rows = new CommonJson(members);
            rows.counts(status.tally());
            rows.list("devices", devices.of(status));
            members.texts("remarks", status.remarks());
        }
    }
}
