package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchReference;

/**
 * Result of the wait for one batch.
 *
 * @param batch the batch
 * @param ending how the wait ended
 * @param verdict the verdict
 * @param exitCode the exit code for this batch alone
 * @param snapshot the last known data of the batch
 * @param requests how many requests were sent for the batch, retries not counted
 */
public record WaitResult(
        BatchReference batch, Ending ending, Verdict verdict, ExitCode exitCode, BatchSnapshot snapshot, int requests) {

    private static final String WITHOUT_STATUS = "without a status";

    public static WaitResult of(BatchReference batch, WatchEnding ended) {
        return switch (ended) {
            case WatchEnding.Completed completed ->
                result(
                        batch,
                        ended,
                        Ending.COMPLETED,
                        Verdict.of(completed.answer()),
                        BatchSnapshot.of(completed.answer()));
            case WatchEnding.GaveUp gaveUp ->
                result(batch, ended, Ending.GAVE_UP, Verdict.of(gaveUp.answer()), BatchSnapshot.of(ended.last()));
            case WatchEnding.TimedOut timedOut ->
                result(batch, ended, Ending.TIMED_OUT, Verdict.TIMED_OUT, BatchSnapshot.of(ended.last()));
            case WatchEnding.Stopped stopped ->
                result(batch, ended, Ending.STOPPED, stopped(stopped), BatchSnapshot.of(ended.last()));
        };
    }

    private static Verdict stopped(WatchEnding.Stopped stopped) {
        return stopped.requests() == 0 ? Verdict.NOT_ASKED : Verdict.STOPPED;
    }

    private static WaitResult result(
            BatchReference batch, WatchEnding ended, Ending ending, Verdict verdict, BatchSnapshot snapshot) {
        return new WaitResult(batch, ending, verdict, ExitCode.of(ended), snapshot, ended.requests());
    }

    public static WaitResult interrupted(BatchReference batch, LastObservation last, int requests) {
        return new WaitResult(
                batch, Ending.INTERRUPTED, Verdict.INTERRUPTED, ExitCode.INTERRUPTED, BatchSnapshot.of(last), requests);
    }

    /** Returns whether another wait can have another result: not if the batch is final or unknown, or the request wrong. */
    public boolean isResumable() {
        return switch (ending) {
            case COMPLETED -> false;
            case GAVE_UP ->
                verdict == Verdict.UNREADABLE || exitCode == ExitCode.REFUSED || exitCode == ExitCode.UNAVAILABLE;
            case TIMED_OUT, STOPPED, INTERRUPTED -> true;
        };
    }

    /**
     * Returns what is known about a batch whose wait was not completed, as the predicate of a number of batches: {@code still running}.
     * Only a status shows that a batch is running.
     */
    public String standing() {
        if (snapshot.progress().isPresent()) {
            return snapshot.progress().get().state().isFinal() ? "final but not reported" : "still running";
        }
        return switch (ending) {
            case COMPLETED, GAVE_UP -> verdict.text();
            case TIMED_OUT, STOPPED -> requests == 0 ? Verdict.NOT_ASKED.text() : WITHOUT_STATUS;
            case INTERRUPTED -> requests == 0 ? "not answered" : WITHOUT_STATUS;
        };
    }

    /**
     * Returns the last known progress and the number of requests: {@code processing, 1 of 3 processed; 2 requests}, or
     * {@code no status received in 2 requests (HTTP 503)}.
     */
    public String describe() {
        String count = Phrases.count(requests, "request", "requests");
        return snapshot.progress()
                .map(progress -> describe(progress, count))
                .orElseGet(
                        () -> requests == 0 ? noRequest() : "no status received in " + count + lastAnswer(" (", ")"));
    }

    /** A request that a signal interrupts has been sent, and is not counted. */
    private String noRequest() {
        return ending == Ending.INTERRUPTED ? "no answer received" : "no request sent";
    }

    private String describe(BatchProgress progress, String count) {
        return BatchText.progress(progress) + "; " + count + lastAnswer("; last answer: ", "");
    }

    /** Returns the HTTP status of the last answer, else its verdict unless the headline has it; empty without an answer. */
    private String lastAnswer(String before, String after) {
        return snapshot.answer()
                .map(answer -> httpStatus(answer))
                .filter(text -> !text.equals(verdict.text()))
                .map(text -> before + text + after)
                .orElse("");
    }

    private static String httpStatus(BatchStatusAnswer answer) {
        return answer.trace().httpStatus().isPresent()
                ? "HTTP " + answer.trace().httpStatus().getAsInt()
                : Verdict.of(answer).text();
    }

    /** How the wait for one batch ended. */
    public enum Ending {
        /** The batch is final. */
        COMPLETED,
        /** The timeout has passed. */
        TIMED_OUT,
        /** The answer shows that more requests are useless. */
        GAVE_UP,
        /** The result of another batch stopped the wait. */
        STOPPED,
        /** A signal ended the process. */
        INTERRUPTED
    }
}
