package io.github.devicebatch.domain;

/**
 * The outcome of an upload, computed from its <em>rows</em>. The state of the batch does not tell it: a batch is
 * {@code finished} even when every device failed.
 *
 * <p>A device whose error is accepted counts as registered; no error is accepted unless {@link BatchStatus#accepting} was called.
 */
public enum BatchOutcome {
    /** The batch is not final. */
    PENDING,
    /** Final, and every reported device is registered or accepted; there is at least one. */
    ALL_REGISTERED,
    /** Final; some devices are registered or accepted, and some failed. */
    SOME_FAILED,
    /** Final, and every device failed. */
    ALL_FAILED,
    /**
     * Final, but not confirmed by the rows: there are none, some are unsettled, or the batch reports errors that no row
     * shows.
     */
    UNCONFIRMED;

    static BatchOutcome of(BatchState state, DeviceTally tally) {
        if (!state.isFinal()) {
            return PENDING;
        }
        if (tally.total() == 0 || tally.unsettled() > 0) {
            return UNCONFIRMED;
        }
        if (tally.failed() > 0) {
            return tally.in() > 0 ? SOME_FAILED : ALL_FAILED;
        }
        boolean hasUnexplainedErrors = state == BatchState.Listed.FINISHED_WITH_ERRORS && tally.accepted() == 0;
        return hasUnexplainedErrors ? UNCONFIRMED : ALL_REGISTERED;
    }
}
