package io.github.devicebatch.application.watch;

/** The reason for a pause between two requests about a batch. */
public enum PauseReason {
    /** The batch is not final; the schedule determines the pause. */
    SCHEDULE,
    /** The service requested a longer delay than the schedule has. */
    RETRY_AFTER,
    /** The request failed; the schedule determines the pause. */
    UNAVAILABLE,
    /** The service does not know the batch, and the grace period lasts. */
    NOT_FOUND_GRACE,
    /** The response was unreadable; the next one may be readable. */
    UNREADABLE,
    /** The batch is final, but its rows do not confirm it yet. */
    CONFIRMING
}
