package io.github.devicebatch.cli.wait;

import static java.util.stream.Collectors.joining;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchListener;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.cli.message.AttemptText;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.ReportedThrottling;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.progress.OutageTracker;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.domain.BatchAnomaly;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AttemptListener;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Listener to a wait that passes each event on in order: to the state, to standard output and to standard error. After the
 * end it passes nothing on. Thread-safe: the watch, the requests, the ticker and the shutdown hook call it on their threads.
 */
final class WaitDispatcher implements WatchListener, AttemptListener {

    private final WaitState state;
    private final OutageTracker outages;
    private final WaitReport report;
    private final ProgressView view;
    private final Messages messages;
    private final UnavailableText unavailableText;
    private final SignInFlow signIn;
    private final WaitSummaryMessage summaryMessage;
    private final Duration notFoundGrace;
    private final Set<BatchReference> batches;
    private final Set<Optional<String>> remedies = new HashSet<>();
    private final ReportedThrottling throttling = new ReportedThrottling();
    private final SlowBatches slowBatches;
    private boolean closed;

    /** Creates the dispatcher; {@code notFoundGrace} is how long "not found" is retried. */
    WaitDispatcher(WaitOutputs outputs, WaitSummaryMessage summaryMessage, Duration notFoundGrace) {
        this.summaryMessage = summaryMessage;
        this.notFoundGrace = notFoundGrace;
        this.state = outputs.state();
        this.outages = outputs.outages();
        this.report = outputs.report();
        this.view = outputs.view();
        this.messages = outputs.messages();
        this.unavailableText = outputs.unavailableText();
        this.signIn = outputs.signIn();
        this.batches = new LinkedHashSet<>(state.open().keySet());
        this.slowBatches = new SlowBatches(state.begun());
    }

    synchronized void begin(Optional<Duration> timeout) {
        if (closed) {
            return;
        }
        ClockFormat clock = unavailableText.clock();
        Optional<Instant> deadline = timeout.map(state.begun()::plus);
        report.begin(batches.size(), state.begun(), deadline);
        view.begin("waiting for " + Phrases.count(batches.size(), "batch", "batches")
                + deadline.map(instant -> " until " + clock.format(instant) + " at the latest")
                        .orElse(""));
    }

    @Override
    public synchronized void on(WatchEvent event) {
        if (closed) {
            return;
        }
        state.on(event);
        slowBatches.on(event);
        report.on(event);
        switch (event) {
            case WatchEvent.Answered answered -> answered(answered);
            case WatchEvent.Contradicted contradicted ->
                messages.note(contradicted.anomalies().stream()
                        .map(BatchAnomaly::description)
                        .collect(joining(", ", contradicted.batch() + ": ", "; this contradicts an earlier answer")));
            case WatchEvent.Ended ended -> end(WaitResult.of(ended.batch(), ended.ending()));
            case WatchEvent.Changed changed -> {
                // shown by the view
            }
            case WatchEvent.Paused paused -> {
                // shown by the view
            }
            case WatchEvent.Held held -> {
                // the attempt that caused it has been reported
            }
        }
        view.on(event);
    }

    private void answered(WatchEvent.Answered answered) {
        messages.trace(AttemptText.trace(answered.batch(), answered.answer()));
        if (answered.answer() instanceof Unavailable unavailable && unavailable.party() == Party.CLIENT) {
            outages.attempted(unavailable, Optional.empty());
        }
    }

    /** A result that cannot be written stays open, so that the resume command has its batch. */
    private void end(WaitResult result) {
        report.end(result);
        state.end(result);
        slowBatches.ended(result, now());
        if (result.ending() == WaitResult.Ending.GAVE_UP) {
            result.snapshot()
                    .answer()
                    .flatMap(answer -> problem(result.batch(), answer))
                    .filter(this::isReported)
                    .ifPresent(messages::problem);
        }
    }

    /** Returns the problem. A batch that is not found may have been uploaded a moment ago. */
    private Optional<Problem> problem(BatchReference batch, BatchStatusAnswer answer) {
        Optional<Problem> problem = new AnswerProblem(batch, unavailableText, signIn).of(answer);
        return answer instanceof BatchStatusAnswer.NotFound && notFoundGrace.isZero()
                ? problem.map(found -> found.orElseTry("after a recent upload, give --not-found-grace 2m"))
                : problem;
    }

    /** Of many batches that fail for the same reason, such as an expired token, only the first is reported. */
    private boolean isReported(Problem problem) {
        return remedies.add(problem.remedy()) || batches.size() <= ProgressView.FEW;
    }

    @Override
    public synchronized void attempted(
            BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        if (closed) {
            return;
        }
        messages.trace(AttemptText.attempt(batch, attempt, answer, untilNext));
        outages.attempted(answer, untilNext);
        if (answer instanceof Unavailable unavailable && unavailable.cause() == UnavailabilityCause.THROTTLED) {
            throttled(batch, attempt, unavailable);
        }
        view.tick();
    }

    private void throttled(BatchReference batch, int attempt, Unavailable answer) {
        Instant until = now().plus(answer.retryAfter().orElse(Duration.ZERO));
        if (!throttling.covers(until)) {
            throttling.reported(until);
            report.throttled(batch, attempt, answer);
        }
    }

    synchronized void tick() {
        if (!closed) {
            noteSlowBatches();
            view.tick();
        }
    }

    /** While the service does not answer, the state of a batch is not known. */
    private void noteSlowBatches() {
        if (outages.cause().isEmpty()) {
            slowBatches.note(state.open(), now()).ifPresent(messages::note);
        }
    }

    private Instant now() {
        return unavailableText.clock().time().instant();
    }

    /** Ends the wait for all open batches because the process ends, and writes their last known state. */
    synchronized void interrupt() {
        if (!closed) {
            endOpenBatches();
            close();
            summaryMessage.write(state);
        }
    }

    /** Ends the wait as {@link #interrupt} does, because of an error that is reported afterwards. */
    synchronized void abort() {
        if (!closed) {
            boolean isLost = !endOpenBatches() && report.isLostUnlessEnded();
            report.close(); // which releases memory for the message
            close();
            summaryMessage.writeAfterError(state, batches, isLost);
        }
    }

    /** Returns whether the report has been ended. The message on standard error has the state as well. */
    private boolean endOpenBatches() {
        List<WaitResult> results = state.interrupted();
        results.forEach(state::end);
        try {
            results.forEach(report::end);
            report.end(state.summary());
            return true;
        } catch (RuntimeException | Error unwritten) {
            return false; // a report whose target failed before, or that had too little memory, may not go on
        }
    }

    /** Writes the summary after the last batch. */
    synchronized void end() {
        if (!closed) {
            report.end(state.summary());
            close();
            summaryMessage.write(state);
        }
    }

    /** Closes the view and suppresses all later output. */
    synchronized void close() {
        closed = true;
        view.close();
    }
}
