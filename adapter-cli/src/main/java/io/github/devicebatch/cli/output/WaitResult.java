package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.wait.WaitText;
import io.github.devicebatch.domain.BatchReference;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
public record WaitResult(
        BatchReference batch, Ending ending, Verdict verdict, ExitCode exitCode, BatchSnapshot facts, int questions) {

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
                result(batch, ended, Ending.STOPPED, Verdict.STOPPED, BatchSnapshot.of(ended.last()));
        };
    }

    private static WaitResult result(
            BatchReference batch, WatchEnding ended, Ending ending, Verdict verdict, BatchSnapshot facts) {
        return new WaitResult(batch, ending, verdict, ExitCode.of(ended), facts, ended.questions());
    }

    public static WaitResult interrupted(BatchReference batch, LastObservation last, int questions) {
        return new WaitResult(
                batch,
                Ending.INTERRUPTED,
                Verdict.INTERRUPTED,
                ExitCode.INTERRUPTED,
                BatchSnapshot.of(last),
                questions);
    }

    /** Tells whether waiting again may end otherwise: unless the batch is over, unknown, or its request wrong. */
    public boolean isWorthAnotherTry() {
        return switch (ending) {
            case COMPLETED -> false;
            case GAVE_UP -> exitCode == ExitCode.REFUSED || exitCode == ExitCode.UNREADABLE;
            case TIMED_OUT, STOPPED, INTERRUPTED -> true;
        };
    }

    /** How the wait for one batch ended. */
    public enum Ending {
        /** The service is done with it. */
        COMPLETED,
        /** The time was up. */
        TIMED_OUT,
        /** Asking again was no use. */
        GAVE_UP,
        /** Another batch was to be the last one. */
        STOPPED,
        /** A person or the system ended the command. */
        INTERRUPTED
    }

    /** Says where a batch stood when nobody waited for it any more. */
    public static final class ResultInWords {

        private ResultInWords() {}

        public static String of(WaitResult result) {
            Optional<String> progress = result.facts().progress().map(WaitText::of);
            Optional<String> answer =
                    result.facts().answer().map(last -> Verdict.of(last).words());
            return Stream.of(
                            Optional.of(progress.orElse("never described")),
                            Optional.of("asked " + Phrases.of(result.questions(), "time", "times")),
                            answer.filter(words ->
                                            !words.equals(result.verdict().words()))
                                    .map(words -> "last answer: " + words))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("; "));
        }
    }
}
