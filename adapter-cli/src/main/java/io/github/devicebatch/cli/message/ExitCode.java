package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.domain.BatchOutcome;

/** Exit status of the process. The constants are declared from best to worst: of several codes, the worst is used. */
public enum ExitCode {
    /** The request was answered. */
    ANSWERED(0, "every request was answered; of wait, every device was registered", "nothing"),
    /** The batch is queued or processing; only with {@code --exit-status}. */
    PENDING(8, "a batch is queued or processing (only with --exit-status)", "retry later, or use devicebatch wait"),
    /** The timeout of a wait has passed before the batch was final. */
    TIMED_OUT(
            124,
            "the timeout of wait has passed; the service still processes the batches",
            "run the command that wait has printed, or allow more time with --timeout"),
    /** The batch is final, and a device failed or success is unconfirmed; of {@code status} only with {@code --exit-status}. */
    NOT_ALL_REGISTERED(
            3,
            "a batch is finished, and a device failed or is unconfirmed",
            "correct the devices that the output names, and upload those again"),
    /** The service is unreachable, throttled, failing or not trusted, or a proxy refuses. */
    UNAVAILABLE(
            6,
            "a service is unreachable, throttles, fails or is not trusted, or a proxy refuses",
            "retry later; the message on stderr names the service and the cause"),
    /** The service does not know the batch. */
    NOT_FOUND(
            5,
            "Partner Center does not know a batch",
            "check the ids; shortly after an upload use wait with --not-found-grace"),
    /** The request was not authenticated, or is forbidden. */
    REFUSED(
            4,
            "a request was not authenticated, or is forbidden",
            "read the message on stderr; a retry without a change does not help"),
    /** The answer cannot be parsed. */
    UNREADABLE(
            7,
            "an answer is not what Partner Center sends",
            "check --base-url and the network; if both are right, report the request id to vendor support"),
    /** The usage or configuration is wrong, or the service rejects the request. */
    USAGE_ERROR(
            2,
            "the usage or the configuration is wrong, or Partner Center rejects a request",
            "correct what the message on stderr names; a retry without a change does not help"),
    /** The program has a bug. */
    BUG(1, "a bug in devicebatch", "report the output with DEVICEBATCH_VERBOSE=true"),
    /** The process was interrupted from the keyboard. */
    INTERRUPTED(130, "the command was interrupted with Ctrl-C", "run the command that wait has printed"),
    /** The reader of standard output has closed the pipe. */
    OUTPUT_CLOSED(141, "the reader of standard output has closed it, such as head", "nothing");

    private final int number;
    private final String meaning;
    private final String remedy;

    ExitCode(int number, String meaning, String remedy) {
        this.number = number;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Returns the code of an answer; any description of the batch counts as success. */
    public static ExitCode of(BatchStatusAnswer answer) {
        return switch (answer) {
            case BatchStatusAnswer.Found found -> ANSWERED;
            case BatchStatusAnswer.NotFound notFound -> NOT_FOUND;
            case BatchStatusAnswer.Refused refused -> of(refused);
            case BatchStatusAnswer.Unavailable unavailable -> UNAVAILABLE;
            case BatchStatusAnswer.Unreadable unreadable ->
                unreadable.party() == Party.CLIENT ? USAGE_ERROR : UNREADABLE;
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

    /** Returns the meaning as a clause without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** Returns what the user can do, as a clause without a full stop. */
    public String remedy() {
        return remedy;
    }

    public ExitCode worse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
