package io.github.devicebatch.cli;

import io.github.devicebatch.application.LastKnown;
import io.github.devicebatch.application.WatchEnding;
import io.github.devicebatch.domain.BatchReference;

/**
 * What the wait for one batch came to.
 *
 * @param batch which batch
 * @param ending how it ended
 * @param verdict what that is in a few words
 * @param exitCode the code for this batch alone
 * @param facts what is known of the batch
 * @param questions how many questions were asked about it
 */
record WaitResult(
        BatchReference batch, Ending ending, Verdict verdict, ExitCode exitCode, BatchFacts facts, int questions) {

    static WaitResult of(BatchReference batch, WatchEnding ended) {
        return switch (ended) {
            case WatchEnding.Completed completed ->
                result(
                        batch,
                        ended,
                        Ending.COMPLETED,
                        Verdict.of(completed.answer()),
                        BatchFacts.of(completed.answer()));
            case WatchEnding.GaveUp gaveUp ->
                result(batch, ended, Ending.GAVE_UP, Verdict.of(gaveUp.answer()), BatchFacts.of(ended.last()));
            case WatchEnding.TimedOut timedOut ->
                result(batch, ended, Ending.TIMED_OUT, Verdict.TIMED_OUT, BatchFacts.of(ended.last()));
            case WatchEnding.Stopped stopped ->
                result(batch, ended, Ending.STOPPED, Verdict.STOPPED, BatchFacts.of(ended.last()));
        };
    }

    private static WaitResult result(
            BatchReference batch, WatchEnding ended, Ending ending, Verdict verdict, BatchFacts facts) {
        return new WaitResult(batch, ending, verdict, ExitCode.of(ended), facts, ended.questions());
    }

    static WaitResult interrupted(BatchReference batch, LastKnown last, int questions) {
        return new WaitResult(
                batch, Ending.INTERRUPTED, Verdict.INTERRUPTED, ExitCode.INTERRUPTED, BatchFacts.of(last), questions);
    }

    /** Tells whether waiting again may end otherwise: unless the batch is over, unknown, or its request wrong. */
    boolean isWorthAnotherTry() {
        return switch (ending) {
            case COMPLETED -> false;
            case GAVE_UP -> exitCode == ExitCode.REFUSED || exitCode == ExitCode.UNREADABLE;
            case TIMED_OUT, STOPPED, INTERRUPTED -> true;
        };
    }
}
