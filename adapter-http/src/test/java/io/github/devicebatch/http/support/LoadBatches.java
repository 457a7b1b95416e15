package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.stream.IntStream;

/**
 * Batches that are all different. Two customers share each tracking id, so that an answer for the wrong
 * customer is noticed.
 */
public record LoadBatches(int count) {

    private static final int KINDS = 8;

    /** Scripts the reply of {@code fake} for every batch. */
    public void script(FakePartnerCenter fake) {
        IntStream.range(0, count)
                .forEach(number -> fake.script(reference(number)).then(reply(number)));
    }

    BatchReference reference(int number) {
        return new BatchReference(
                Batches.numbered(number).customer(),
                Batches.numbered(number / 2).tracking());
    }

    /** Returns the expected answer, without its trace. */
    BatchStatusAnswer expected(int number) {
        return switch (number % KINDS) {
            case 0 -> new NotFound(Fault.of("1000", description(number)), Trace.NOTHING_SENT);
            case 1 -> new Refused(RefusalReason.FORBIDDEN, Fault.of("2032", description(number)), Trace.NOTHING_SENT);
            default -> new Found(status(number), Trace.NOTHING_SENT);
        };
    }

    Reply reply(int number) {
        return switch (number % KINDS) {
            case 0 -> Reply.fault(404, "1000", description(number));
            case 1 -> Reply.fault(403, "2032", description(number));
            default -> Reply.describing(status(number));
        };
    }

    private BatchStatus status(int number) {
        BatchTrackingId tracking = reference(number).tracking();
        String name = "SN-" + number;
        return switch (number % KINDS) {
            case 2 -> Batches.queued(tracking);
            case 3 -> Batches.finished(tracking, Devices.registered(name));
            case 4 -> Batches.finished(tracking, Devices.registered(name), Devices.assignedToOtherTenant(name + "-B"));
            case 5 -> Batches.finished(tracking, Devices.assignedToOtherTenant(name));
            case 6 -> Batches.finished(tracking, Devices.registered(name), Devices.processing(name + "-B"));
            default -> Batches.finished(tracking);
        };
    }

    private static String description(int number) {
        return "Asked about number " + number;
    }
}
