package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The replies that {@link MagicBatch} is made of. */
final class MagicReplies {

    private MagicReplies() {}

    static HttpReply queued(BatchTrackingId id) {
        return Reply.describing(Batches.queued(id));
    }

    static HttpReply processing(BatchTrackingId id) {
        return Reply.describing(Batches.processing(id));
    }

    static HttpReply finished(BatchTrackingId id) {
        return Reply.describing(Batches.finished(id));
    }

    static HttpReply someFailed(BatchTrackingId id) {
        return Reply.describing(Batches.finishedWithOneFailure(id));
    }

    static HttpReply allFailed(BatchTrackingId id) {
        BatchStatus example = Batches.documentedExample();
        return Reply.describing(new BatchStatus(
                id, example.state(), example.startedTime(), example.completedTime(), example.devices(), List.of()));
    }

    static HttpReply withoutRows(BatchTrackingId id) {
        BatchStatus finished = Batches.finished(id);
        return Reply.describing(new BatchStatus(
                id, finished.state(), finished.startedTime(), finished.completedTime(), List.of(), List.of()));
    }

    static HttpReply odd(BatchTrackingId id) {
        return Reply.describing(
                new BatchStatus(id, BatchState.of("paused"), Optional.empty(), Optional.empty(), List.of(), List.of()));
    }

    static HttpReply throttled() {
        return Reply.throttled(Duration.ofSeconds(5));
    }

    static HttpReply unknown() {
        return ServiceFaults.notFound("The batch tracking id");
    }

    static HttpReply tokenRefused() {
        return Reply.fault(401, "800001", "The token was refused.");
    }

    static HttpReply overloaded() {
        return Reply.gatewayFault(503, "The service is unavailable.");
    }
}
