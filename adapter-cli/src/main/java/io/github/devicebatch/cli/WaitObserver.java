package io.github.devicebatch.cli;

import static java.util.stream.Collectors.joining;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.WatchEvent;
import io.github.devicebatch.application.WatchListener;
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
final class WaitObserver implements WatchListener, AttemptListener {

    private static final Duration ABOUT_THE_SAME = Duration.ofSeconds(1);

    private final WaitBoard board;
    private final ServiceTrouble trouble;
    private final WaitReport report;
    private final WaitView view;
    private final Messages messages;
    private final UnavailableInWords words;
    private final int batches;
    private final Set<Optional<String>> remedies = new HashSet<>();
    private final Closing closing;
    private Instant throttledUntil = Instant.MIN;
    private boolean over;

    WaitObserver(WaitScene scene, Closing closing) {
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
        view.begin("waiting for " + Plural.of(batches, "batch", "batches")
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
                messages.question(TraceInWords.of(answered.batch(), answered.answer()));
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
        if (result.ending() == Ending.GAVE_UP) {
            result.facts()
                    .answer()
                    .flatMap(new AnswerProblem(result.batch(), words)::of)
                    .filter(this::isWorthTelling)
                    .ifPresent(messages::problem);
        }
    }

    /** Of many batches that the same keeps from an end, such as a token that has run out, one stands for all. */
    private boolean isWorthTelling(Problem problem) {
        return remedies.add(problem.remedy()) || batches <= WaitView.FEW;
    }

    @Override
    public synchronized void attempted(
            BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        if (over) {
            return;
        }
        messages.question(AttemptInWords.of(batch, attempt, answer, untilNext));
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
            } catch (ReaderGone | Misuse unwritten) {
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
