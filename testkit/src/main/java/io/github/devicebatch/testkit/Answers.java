package io.github.devicebatch.testkit;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Examples of answers, each after one attempt. Safe for use by several threads. */
public final class Answers {

    /** The trace of every example: one attempt, no time, no HTTP response. */
    public static final Trace TRACE =
            new Trace(1, Duration.ZERO, OptionalInt.empty(), Optional.empty(), Optional.empty(), ServerIds.NONE);

    private Answers() {}

    /**
     * Returns the answer with a batch status.
     *
     * @param status the status
     */
    public static BatchStatusAnswer.Found found(BatchStatus status) {
        return new BatchStatusAnswer.Found(status, TRACE);
    }

    /** Returns the answer that there is no such batch, with fault 1000. */
    public static BatchStatusAnswer.NotFound notFound() {
        return new BatchStatusAnswer.NotFound(Fault.of("1000", "The batch tracking id was not found."), TRACE);
    }

    /**
     * Returns a refusal without a fault.
     *
     * @param reason the reason
     */
    public static BatchStatusAnswer.Refused refused(RefusalReason reason) {
        return new BatchStatusAnswer.Refused(reason, Fault.UNEXPLAINED, TRACE);
    }

    /**
     * Returns the answer that there is none at present, without a time to wait.
     *
     * @param cause the cause
     */
    public static BatchStatusAnswer.Unavailable unavailable(UnavailabilityCause cause) {
        return new BatchStatusAnswer.Unavailable(cause, "scripted by a test", Optional.empty(), TRACE);
    }

    /**
     * Returns the answer to a throttled request.
     *
     * @param retryAfter the time to wait
     * @throws IllegalArgumentException if {@code retryAfter} is negative
     */
    public static BatchStatusAnswer.Unavailable throttled(Duration retryAfter) {
        return new BatchStatusAnswer.Unavailable(
                UnavailabilityCause.THROTTLED, "scripted by a test", Optional.of(retryAfter), TRACE);
    }

    /** Returns the answer that the response could not be read. */
    public static BatchStatusAnswer.Unreadable unreadable() {
        return new BatchStatusAnswer.Unreadable("scripted by a test", TRACE);
    }
}
