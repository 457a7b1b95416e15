package io.github.devicebatch.application.watch;

/** Why a watch leaves a batch alone for a while before it asks again. */
public enum PauseReason {
    /** The batch is not final, and the schedule says when to ask next. */
    SCHEDULE,
    /** The service asked to be left alone for longer than the schedule says. */
    RETRY_AFTER,
    /** There was no answer this time, and the schedule says when to ask next. */
    UNAVAILABLE,
    /** The service does not know the batch yet; there is a grace period. */
    NOT_FOUND_GRACE,
    /** The answer could not be understood; the next one may be. */
    UNREADABLE,
    /** The batch is final, but its rows do not bear it out: some may be on their way. */
    CONFIRMING
}
