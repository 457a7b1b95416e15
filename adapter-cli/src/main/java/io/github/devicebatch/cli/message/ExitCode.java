package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.domain.BatchOutcome;

/** Exit status of the process. The constants are declared from best to worst: of several codes, the worst is used. */
public enum ExitCode {
    /** The request was answered. */
    ANSWERED(0),
    /** The batch is queued or processing; only with {@code --exit-status}. */
    PENDING(8),
    /** The timeout of a wait has passed before the batch was final. */
    TIMED_OUT(124),
    /** The batch is final, and a device failed or success is unconfirmed; of {@code status} only with {@code --exit-status}. */
    NOT_ALL_REGISTERED(3),
    /** The service is unreachable, throttled, failing or not trusted, or a proxy refuses. */
    UNAVAILABLE(6),
    /** The service does not know the batch. */
    NOT_FOUND(5),
    /** The request was not authenticated, or is forbidden. */
    REFUSED(4),
    /** The answer cannot be parsed. */
    UNREADABLE(7),
    /** The usage or configuration is wrong, or the service rejects the request. */
    USAGE_ERROR(2),
    /** The program has a bug. */
    BUG(1),
    /** The process was interrupted from the keyboard. */
    INTERRUPTED(130),
    /** The reader of standard output has closed the pipe. */
    OUTPUT_CLOSED(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Returns the code of an answer; any description of the batch counts as success. */
    public static ExitCode of(BatchStatusAnswer answer) {
        return switch (answer) {
            case BatchStatusAnswer.Found found -> ANSWERED;
            case BatchStatusAnswer.NotFound notFound -> NOT_FOUND;
            case BatchStatusAnswer.Refused refused -> of(refused);
            case BatchStatusAnswer.Unavailable unavailable -> UNAVAILABLE;
            case BatchStatusAnswer.Unreadable unreadable -> UNREADABLE;
        };
    }

    /** A proxy that refuses makes the service unreachable, whatever its reason is. */
    private static ExitCode of(BatchStatusAnswer.Refused refused) {
        return switch (refused.party()) {
            case PARTNER_CENTER, IDENTITY_PLATFORM, CLIENT ->
                refused.reason() == RefusalReason.REJECTED ? USAGE_ERROR : REFUSED;
            case PROXY -> UNAVAILABLE;
        };
    }

    /** Returns the code of an answer; only a description with every device registered counts as success. */
    public static ExitCode ofOutcome(BatchStatusAnswer answer) {
        return answer instanceof Found found ? of(found.status().outcome()) : of(answer);
    }

    private static ExitCode of(BatchOutcome outcome) {
        return switch (outcome) {
            case PENDING -> PENDING;
            case ALL_REGISTERED -> ANSWERED;
            case SOME_FAILED, ALL_FAILED, UNCONFIRMED -> NOT_ALL_REGISTERED;
        };
    }

    /** Returns the code of the end of a wait. A stopped wait counts as success, because the wait that stopped it counts. */
    public static ExitCode of(WatchEnding ending) {
        return switch (ending) {
            case WatchEnding.Completed completed -> ofOutcome(completed.answer());
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
}
