package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.domain.BatchOutcome;

/** What the process says to the one who started it. Declared from best to worst: of several, the worst wins. */
public enum ExitCode {
    /** Answered. */
    ANSWERED(0),
    /** Still queued or processing; only when asked to tell. */
    PENDING(8),
    /** The time for waiting has passed before it was over. */
    TIMED_OUT(124),
    /** Final, and a device failed or the rows do not bear success out; only when asked to tell. */
    NOT_ALL_REGISTERED(3),
    /** Unreachable, throttled, failing or not to be trusted. */
    UNAVAILABLE(6),
    /** No such batch. */
    NOT_FOUND(5),
    /** Not authenticated, or forbidden. */
    REFUSED(4),
    /** Something answered that cannot be understood. */
    UNREADABLE(7),
    /** Bad usage or configuration; a request that the service rejects is one. */
    MISUSED(2),
    /** A bug. */
    BUG(1),
    /** Interrupted from the keyboard. */
    INTERRUPTED(130),
    /** Nobody reads standard output any more. */
    READER_GONE(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Gives the code of an answer whose mere arrival is success. */
    public static ExitCode of(BatchStatusAnswer answer) {
        return switch (answer) {
            case BatchStatusAnswer.Found found -> ANSWERED;
            case BatchStatusAnswer.NotFound notFound -> NOT_FOUND;
            case BatchStatusAnswer.Refused refused -> refused.reason() == RefusalReason.REJECTED ? MISUSED : REFUSED;
            case BatchStatusAnswer.Unavailable unavailable -> UNAVAILABLE;
            case BatchStatusAnswer.Unreadable unreadable -> UNREADABLE;
        };
    }

    /** Gives the code of what became of the devices. */
    static ExitCode of(BatchOutcome outcome) {
        return switch (outcome) {
            case PENDING -> PENDING;
            case ALL_REGISTERED -> ANSWERED;
            case SOME_FAILED, ALL_FAILED, UNCONFIRMED -> NOT_ALL_REGISTERED;
        };
    }

    /** Gives the code of how a wait ended. One that was stopped does not count: the one that stopped it does. */
    public static ExitCode of(WatchEnding ending) {
        return switch (ending) {
            case WatchEnding.Completed completed ->
                of(completed.answer().status().outcome());
            case WatchEnding.GaveUp gaveUp -> of(gaveUp.answer());
            case WatchEnding.TimedOut timedOut -> TIMED_OUT;
            case WatchEnding.Stopped stopped -> ANSWERED;
        };
    }

    public int number() {
        return number;
    }

    public ExitCode worse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** What counts as success. */
    public enum ExitRule {
        /** An answer about the batch, whatever it is. */
        BY_ANSWER,
        /** An answer that every device got in. */
        BY_OUTCOME;

        public ExitCode code(BatchStatusAnswer answer) {
            return switch (this) {
                case BY_ANSWER -> ExitCode.of(answer);
                case BY_OUTCOME ->
                    answer instanceof Found found ? ExitCode.of(found.status().outcome()) : ExitCode.of(answer);
            };
        }
    }
}
