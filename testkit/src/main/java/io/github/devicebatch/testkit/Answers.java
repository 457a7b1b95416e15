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

/** Examples of answers, each got at the first attempt and in no time. Safe for use by several threads. */
public final class Answers {

    /** Of an answer got at the first attempt, in no time, over nothing. */
    public static final Trace TRACE =
            new Trace(1, Duration.ZERO, OptionalInt.empty(), Optional.empty(), Optional.empty(), ServerIds.NONE);

    private Answers() {}

    /**
     * Describes a batch.
     *
     * @param status the description
     * @return the answer
     */
    public static BatchStatusAnswer.Found found(BatchStatus status) {
        return new BatchStatusAnswer.Found(status, TRACE);
    }

    /**
     * Knows no such batch: fault 1000.
     *
     * @return the answer
     */
    public static BatchStatusAnswer.NotFound notFound() {
        return new BatchStatusAnswer.NotFound(Fault.of("1000", "The batch tracking id was not found."), TRACE);
    }

    /**
     * Declines, without a word.
     *
     * @param reason why
     * @return the answer
     */
    public static BatchStatusAnswer.Refused refused(RefusalReason reason) {
        return new BatchStatusAnswer.Refused(reason, Fault.UNEXPLAINED, TRACE);
    }

    /**
     * Has no answer this time, and does not say when there will be one.
     *
     * @param cause why
     * @return the answer
     */
    public static BatchStatusAnswer.Unavailable unavailable(UnavailabilityCause cause) {
        return new BatchStatusAnswer.Unavailable(cause, "scripted by a test", Optional.empty(), TRACE);
    }

    /**
     * Asks to be left alone for a while.
     *
     * @param retryAfter how long
     * @return the answer
     * @throws IllegalArgumentException if {@code retryAfter} is negative
     */
    public static BatchStatusAnswer.Unavailable throttled(Duration retryAfter) {
        return new BatchStatusAnswer.Unavailable(
                UnavailabilityCause.THROTTLED, "scripted by a test", Optional.of(retryAfter), TRACE);
    }

    /**
     * Answers something that can't be trusted.
     *
     * @return the answer
     */
    public static BatchStatusAnswer.Unreadable unreadable() {
        return new BatchStatusAnswer.Unreadable("scripted by a test", TRACE);
    }
}
