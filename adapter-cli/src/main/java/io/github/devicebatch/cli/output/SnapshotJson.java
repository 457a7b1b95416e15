package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes what is known of a batch as members of the current JSON object. They are the same ones whatever is known, so that
 * a script need not look what it has before it reads it.
 *
 * @param devices which devices are listed; empty to leave them all out
 */
record SnapshotJson(JsonFields members, Optional<DeviceFilter> devices, InstantSource time) {

    void write(BatchSnapshot facts) {
        members.text("answer", kind(facts));
        members.text("status", facts.progress().map(known -> known.state().text()));
        members.text("outcome", facts.progress().map(known -> JsonFields.word(known.outcome())));
        members.text("startedTime", facts.progress().flatMap(BatchProgress::startedTime));
        Optional<BatchStatus> status = facts.described().map(Found::status);
        members.text("completedTime", status.flatMap(BatchStatus::completedTime));
        CommonJson rows = new CommonJson(members);
        unlessMissing("counts", facts.progress(), known -> rows.counts(known.tally()));
        Optional<List<DeviceStatus>> listed = status.flatMap(known -> devices.map(filter -> filter.of(known)));
        unlessMissing("devices", listed, known -> rows.list("devices", known));
        unlessMissing("remarks", status, known -> members.texts("remarks", known.remarks()));
        writeTrouble(facts.answer());
        unlessMissing("trace", facts.answer(), answer -> new CommonJson.JsonTrace(members).write(answer.trace()));
    }

    /** A description is the last answer, too, where its rows were not kept. */
    private static Optional<String> kind(BatchSnapshot facts) {
        return facts.answer().map(AnswerJson::kind).or(() -> facts.progress().map(known -> AnswerJson.FOUND));
    }

    private void writeTrouble(Optional<BatchStatusAnswer> answer) {
        Optional<Refused> refused = answer.filter(Refused.class::isInstance).map(Refused.class::cast);
        members.text("reason", refused.map(known -> JsonFields.word(known.reason())));
        Optional<Unavailable> unavailable =
                answer.filter(Unavailable.class::isInstance).map(Unavailable.class::cast);
        members.text("cause", unavailable.map(known -> JsonFields.word(known.cause())));
        members.text("detail", answer.flatMap(AnswerJson::detail));
        members.text("retryAt", unavailable.flatMap(known -> UnavailableText.ComeBack.at(known, time)));
    }

    private <T> void unlessMissing(String name, Optional<T> value, Consumer<T> writing) {
        value.ifPresentOrElse(writing, () -> members.json().writeNull(name));
    }
}
