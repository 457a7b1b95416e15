package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.domain.BatchReference;
import java.time.InstantSource;
import java.util.Optional;

/** Writes one answer as the members of the current JSON object. */
record JsonAnswer(JsonMembers members, DeviceFilter devices, InstantSource time) {

    void write(BatchReference batch, BatchStatusAnswer answer) {
        members.text("customerId", batch.customer());
        members.text("trackingId", batch.tracking());
        members.text("answer", kind(answer));
        switch (answer) {
            case Found found -> new JsonBatch(members, devices).write(found.status());
            case NotFound notFound -> members.text("detail", said(notFound.fault()));
            case Refused refused -> writeRefused(refused);
            case Unavailable unavailable -> writeUnavailable(unavailable);
            case Unreadable unreadable -> members.text("detail", unreadable.why());
        }
        new JsonTrace(members).write(answer.trace());
    }

    private static String kind(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> "found";
            case NotFound notFound -> "notFound";
            case Refused refused -> "refused";
            case Unavailable unavailable -> "unavailable";
            case Unreadable unreadable -> "unreadable";
        };
    }

    private void writeRefused(Refused refused) {
        members.word("reason", refused.reason());
        members.text("detail", said(refused.fault()));
    }

    private void writeUnavailable(Unavailable unavailable) {
        members.word("cause", unavailable.cause());
        members.text("detail", unavailable.detail());
        members.text("retryAt", ComeBack.at(unavailable, time));
    }

    private static Optional<String> said(Fault fault) {
        return Optional.of(fault.toString()).filter(text -> !text.isEmpty());
    }
}
