package io.github.devicebatch.domain;

/**
 * Whether every device of an upload really got in, as its <em>rows</em> tell it. The batch's own word does not: it says
 * {@code finished} when every device failed.
 */
public enum BatchOutcome {
    /** The service is not done with the batch. */
    PENDING,
    /** Done, and every device reported got in; there is at least one. */
    ALL_REGISTERED,
    /** Done; some devices got in and some did not. */
    SOME_FAILED,
    /** Done, and no device got in. */
    ALL_FAILED,
    /**
     * Done by the batch's word, but the rows do not bear it out: there are none, or some are not settled, or the batch
     * reports errors that no row shows.
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
            return tally.registered() > 0 ? SOME_FAILED : ALL_FAILED;
        }
        return state == BatchState.Listed.FINISHED_WITH_ERRORS ? UNCONFIRMED : ALL_REGISTERED;
    }
}
