package io.github.devicebatch.cli.wait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What the message at the end of a wait claims about the batches: no more than is known. */
class WaitSummaryMessageTest {

    private static final BatchStatusAnswer UNAUTHENTICATED = Answers.refused(RefusalReason.UNAUTHENTICATED);
    private static final BatchStatusAnswer FAILING = Answers.unavailable(UnavailabilityCause.FAILING);

    static final List<Arguments> ENDS = List.of(
            argumentSet("no batch but final ones", List.of(completed()), "1 batch: all devices registered after 0s"),
            argumentSet(
                    "timeout while running",
                    List.of(timedOut(Batches.processing())),
                    "timed out after 0s: 1 batch still running"),
            argumentSet(
                    "timeout, one of two",
                    List.of(completed(), timedOut(Batches.queued())),
                    "timed out after 0s: 1 of 2 batches still running"),
            argumentSet(
                    "timeout of failing requests",
                    List.of(timedOut(Batches.queued()), timedOut(FAILING, 3)),
                    "timed out after 0s: 2 batches not complete: 1 still running, 1 without a status"),
            argumentSet(
                    "timeout before the first request",
                    List.of(timedOut(Batches.queued()), timedOut(0), timedOut(0)),
                    "timed out after 0s: 3 batches not complete: 2 not asked, 1 still running"),
            argumentSet("refused token", List.of(gaveUp(UNAUTHENTICATED)), "refused after 0s: 1 batch refused"),
            argumentSet(
                    "refused token, many batches",
                    List.of(gaveUp(UNAUTHENTICATED), stopped(1), stopped(0), stopped(0), stopped(0), completed()),
                    "refused after 0s: 5 of 6 batches not complete: 3 not asked, 1 refused, 1 without a status"),
            argumentSet(
                    "token that expired",
                    List.of(gaveUp(UNAUTHENTICATED, Batches.processing()), stopped(Batches.queued())),
                    "refused after 0s: 2 batches still running"),
            argumentSet(
                    "unreadable answers",
                    List.of(gaveUp(Answers.unreadable()), completed()),
                    "gave up after 0s: 1 of 2 batches unreadable"),
            argumentSet(
                    "--fail-fast",
                    List.of(completed(), stopped(Batches.queued()), stopped(0)),
                    "stopped by --fail-fast after 0s: 2 of 3 batches not complete: 1 still running, 1 not asked"),
            argumentSet(
                    "interrupt while running",
                    List.of(interrupted(Batches.processing())),
                    "interrupted after 0s: 1 batch still running"),
            argumentSet(
                    "interrupt before an answer",
                    List.of(interrupted(0)),
                    "interrupted after 0s: 1 batch not answered"),
            argumentSet(
                    "interrupt of failing requests",
                    List.of(interrupted(2), interrupted(0), interrupted(0)),
                    "interrupted after 0s: 3 batches not complete: 2 not answered, 1 without a status"));

    static final List<Arguments> ERRORS = List.of(
            argumentSet(
                    "nothing answered", List.of(interrupted(0)), "ended by an error after 0s: 1 batch not answered"),
            argumentSet(
                    "result not written",
                    List.of(interrupted(Batches.finished())),
                    "ended by an error after 0s: 1 batch final but not reported"),
            argumentSet(
                    "result not written, others running",
                    List.of(completed(), interrupted(Batches.finished()), interrupted(Batches.queued())),
                    "ended by an error after 0s: 2 of 3 batches not complete: 1 final but not reported, 1 still running"),
            argumentSet(
                    "everything has ended",
                    List.of(completed()),
                    "ended by an error after 0s: the output is not complete"));

    private final ManualTime time = ManualTime.start();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @FieldSource("ENDS")
    void saysWhereTheBatchesStand(List<Function<BatchReference, WaitResult>> results, String heading) {
        message().write(state(results));

        assertThat(err.toString(UTF_8).lines()).first().isEqualTo(heading);
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void saysWhereTheBatchesStandAfterAnError(List<Function<BatchReference, WaitResult>> results, String heading) {
        message().writeAfterError(state(results), batches(results.size()), false);

        assertThat(err.toString(UTF_8).lines()).first().isEqualTo(heading);
    }

    @Test
    void listsTheBatchesThatARequestWasSentFor() {
        message().write(state(List.of(gaveUp(UNAUTHENTICATED), stopped(0), stopped(1), completed())));

        assertThat(err.toString(UTF_8).lines().skip(1))
                .containsExactly(
                        "  " + Batches.numbered(0) + "  no status received in 1 request",
                        "  " + Batches.numbered(2) + "  no status received in 1 request",
                        "to resume:",
                        "devicebatch wait " + Batches.numbered(0) + " " + Batches.numbered(1) + " "
                                + Batches.numbered(2));
    }

    private WaitSummaryMessage message() {
        Messages messages = new Messages(new PrintStream(err, true, UTF_8), TextStyle.PLAIN, Messages.Verbosity.NORMAL);
        return new WaitSummaryMessage(
                messages,
                new WaitText(new ClockFormat(time, ZoneOffset.UTC)),
                new ResumeCommand("devicebatch", "wait", List.of(), Optional.empty(), false),
                false);
    }

    private WaitState state(List<Function<BatchReference, WaitResult>> results) {
        List<BatchReference> batches = batches(results.size());
        var state = new WaitState(batches, time.instant());
        for (int index = 0; index < results.size(); index++) {
            state.end(results.get(index).apply(batches.get(index)));
        }
        return state;
    }

    private static List<BatchReference> batches(int count) {
        List<BatchReference> batches = new ArrayList<>();
        Stream.iterate(0, number -> number + 1)
                .limit(count)
                .map(Batches::numbered)
                .forEach(batches::add);
        return batches;
    }

    private static Function<BatchReference, WaitResult> ended(WatchEnding ending) {
        return batch -> WaitResult.of(batch, ending);
    }

    private static Function<BatchReference, WaitResult> completed() {
        return ended(new WatchEnding.Completed(Answers.found(Batches.finished()), 1));
    }

    private static Function<BatchReference, WaitResult> timedOut(BatchStatus last) {
        return ended(new WatchEnding.TimedOut(observed(last), 1));
    }

    private static Function<BatchReference, WaitResult> timedOut(BatchStatusAnswer last, int requests) {
        return ended(new WatchEnding.TimedOut(new LastObservation(Optional.empty(), Optional.of(last)), requests));
    }

    private static Function<BatchReference, WaitResult> timedOut(int requests) {
        return ended(new WatchEnding.TimedOut(LastObservation.NOTHING, requests));
    }

    private static Function<BatchReference, WaitResult> gaveUp(BatchStatusAnswer answer) {
        return ended(new WatchEnding.GaveUp(answer, Optional.empty(), 1));
    }

    private static Function<BatchReference, WaitResult> gaveUp(BatchStatusAnswer answer, BatchStatus last) {
        return ended(new WatchEnding.GaveUp(answer, Optional.of(last.progress()), 2));
    }

    private static Function<BatchReference, WaitResult> stopped(BatchStatus last) {
        return ended(new WatchEnding.Stopped(observed(last), 1));
    }

    private static Function<BatchReference, WaitResult> stopped(int requests) {
        return ended(new WatchEnding.Stopped(LastObservation.NOTHING, requests));
    }

    private static Function<BatchReference, WaitResult> interrupted(BatchStatus last) {
        return batch -> WaitResult.interrupted(batch, observed(last), 1);
    }

    private static Function<BatchReference, WaitResult> interrupted(int requests) {
        return batch -> WaitResult.interrupted(batch, LastObservation.NOTHING, requests);
    }

    private static LastObservation observed(BatchStatus status) {
        return new LastObservation(Optional.of(status.progress()), Optional.empty());
    }
}
