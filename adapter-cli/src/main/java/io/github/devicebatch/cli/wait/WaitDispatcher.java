package io.github.devicebatch.cli.wait;

import static java.util.stream.Collectors.joining;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchListener;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.cli.message.AttemptText;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchAnomaly;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AttemptListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hears all that happens during a wait and passes it on, one thing at a time: to the board, to standard output, to standard
 * error; and nothing after the last words. Safe for use by several threads: the one that watches, those that ask, the one that
 * ticks, and the one that brings it to an end.
 */
final class WaitDispatcher implements WatchListener, AttemptListener {

    private static final Duration ABOUT_THE_SAME = Duration.ofSeconds(1);

    private final WaitState board;
    private final OutageTracker trouble;
    private final WaitReport report;
    private final ProgressView view;
    private final Messages messages;
    private final UnavailableText words;
    private final int batches;
    private final Set<Optional<String>> remedies = new HashSet<>();
    private final WaitSummaryMessage closing;
    private Instant throttledUntil = Instant.MIN;
    private boolean over;

    WaitDispatcher(WaitOutputs scene, WaitSummaryMessage closing) {
        this.closing = closing;
        this.board = scene.board();
        this.trouble = scene.trouble();
        this.report = scene.report();
        this.view = scene.view();
        this.messages = scene.messages();
        this.words = scene.words();
        this.batches = board.open().size();
    }

    synchronized void begin(Optional<Duration> timeout) {
        if (over) {
            return;
        }
        InstantSource time = words.clock().time();
        Optional<Instant> deadline = timeout.map(board.begun()::plus);
        report.begin(batches, board.begun(), deadline);
        view.begin("waiting for " + Phrases.of(batches, "batch", "batches")
                + deadline.map(moment -> " until " + words.clock().words(moment) + " at the latest")
                        .orElse(""));
    }

    @Override
    public synchronized void on(WatchEvent event) {
        if (over) {
            return;
        }
        board.on(event);
        report.happened(event);
        switch (event) {
            case WatchEvent.Answered answered ->
                messages.question(AttemptText.TraceInWords.of(answered.batch(), answered.answer()));
            case WatchEvent.Contradicted contradicted ->
                messages.note(contradicted.anomalies().stream()
                        .map(BatchAnomaly::description)
                        .collect(joining(", ", contradicted.batch() + ": ", "; that is no progress")));
            case WatchEvent.Ended ended -> end(WaitResult.of(ended.batch(), ended.ending()));
            case WatchEvent.Changed changed -> {
                // the view shows it
            }
            case WatchEvent.Paused paused -> {
                // likewise
            }
            case WatchEvent.Held held -> {
                // the attempt that brought it about has said so
            }
        }
        view.happened(event);
    }

    private void end(WaitResult result) {
        board.end(result);
        report.end(result);
        if (result.ending() == WaitResult.Ending.GAVE_UP) {
            result.facts()
                    .answer()
                    .flatMap(new AnswerProblem(result.batch(), words)::of)
                    .filter(this::isWorthTelling)
                    .ifPresent(messages::problem);
        }
    }

    /** Of many batches that the same keeps from an end, such as a token that has run out, one stands for all. */
    private boolean isWorthTelling(Problem problem) {
        return remedies.add(problem.remedy()) || batches <= ProgressView.FEW;
    }

    @Override
    public synchronized void attempted(
            BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        if (over) {
            return;
        }
        messages.question(AttemptText.of(batch, attempt, answer, untilNext));
        trouble.attempted(answer, untilNext);
        if (answer instanceof Unavailable unavailable && unavailable.cause() == UnavailabilityCause.THROTTLED) {
            throttled(batch, attempt, unavailable);
        }
        view.tick();
    }

    /** Many questions meet the same demand to stay away. */
    private void throttled(BatchReference batch, int attempt, Unavailable answer) {
        Instant until = words.clock().time().instant().plus(answer.retryAfter().orElse(Duration.ZERO));
        if (!until.isBefore(throttledUntil.plus(ABOUT_THE_SAME))) {
            throttledUntil = until;
            report.throttled(batch, attempt, answer);
        }
    }

    synchronized void tick() {
        if (!over) {
            view.tick();
        }
    }

    /** Nobody waits any more: tells where everything stands. */
    synchronized void interrupt() {
        if (!over) {
            List<WaitResult> results = board.interrupted();
            results.forEach(board::end);
            try {
                results.forEach(report::end);
                report.end(board.summary());
            } catch (StandardOutput.OutputException unwritten) {
                // what cannot be written any more stands on standard error all the same
            }
            close();
            closing.say(board);
        }
    }

    /** Tells what it came to. */
    synchronized void end() {
        if (!over) {
            report.end(board.summary());
            close();
            closing.say(board);
        }
    }

    /** Nothing follows, whatever happened. */
    synchronized void close() {
        over = true;
        view.close();
    }
}
