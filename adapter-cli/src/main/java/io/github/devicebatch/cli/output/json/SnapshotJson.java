package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.BatchSnapshot;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchStatus;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writer of a {@link BatchSnapshot} as fields of the current JSON object. Every field is always written, so that a script
 * need not check which are present.
 *
 * @param devices the devices to list; empty to write {@code devices} as null
 */
record SnapshotJson(JsonFields fields, Optional<DeviceFilter> devices, InstantSource time) {

    void write(BatchSnapshot snapshot) {
        fields.text("answer", kind(snapshot));
        fields.text("status", snapshot.progress().map(known -> known.state().text()));
        fields.text("outcome", snapshot.progress().map(known -> JsonFields.word(known.outcome())));
        fields.text("startedTime", snapshot.progress().flatMap(BatchProgress::startedTime));
        Optional<BatchStatus> status = snapshot.found().map(Found::status);
        fields.text("completedTime", status.flatMap(BatchStatus::completedTime));
        CommonJson common = new CommonJson(fields);
        orNull("counts", snapshot.progress(), known -> common.tally("counts", known.tally()));
        Optional<BatchStatus> listed = status.filter(known -> devices.isPresent());
        orNull(
                "devices",
                listed,
                known -> common.devices("devices", devices.orElseThrow().of(known), known::isAccepted));
        orNull("remarks", status, known -> fields.texts("remarks", known.remarks()));
        writeFailure(snapshot.answer());
        orNull("trace", snapshot.answer(), answer -> common.trace(answer.trace()));
    }

    /** A snapshot without an answer, but with a progress, is of a description whose rows were not kept. */
    private static Optional<String> kind(BatchSnapshot snapshot) {
        return snapshot.answer()
                .map(AnswerJson::kind)
                .or(() -> snapshot.progress().map(known -> AnswerJson.FOUND));
    }

    private void writeFailure(Optional<BatchStatusAnswer> answer) {
        Optional<Refused> refused = answer.filter(Refused.class::isInstance).map(Refused.class::cast);
        fields.text("reason", refused.map(known -> JsonFields.word(known.reason())));
        Optional<Unavailable> unavailable =
                answer.filter(Unavailable.class::isInstance).map(Unavailable.class::cast);
        fields.text("cause", unavailable.map(known -> JsonFields.word(known.cause())));
        Optional<Party> party = refused.map(Refused::party).or(() -> unavailable.map(Unavailable::party));
        fields.text("party", party.map(JsonFields::word));
        fields.text("detail", answer.flatMap(BatchText::detail));
        fields.text("retryAt", unavailable.flatMap(known -> UnavailableText.retryAt(known, time)));
    }

    private <T> void orNull(String name, Optional<T> value, Consumer<T> writer) {
        value.ifPresentOrElse(writer, () -> fields.json().writeNull(name));
    }
}
