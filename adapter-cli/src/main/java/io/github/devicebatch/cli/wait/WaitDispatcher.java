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
import io.github.devicebatch.cli.message.ReportedThrottling;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchAnomaly;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AttemptListener;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
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
    private final int batches;
    private final Set<Optional<String>> remedies = new HashSet<>();
    private final ReportedThrottling throttling = new ReportedThrottling();
    private boolean closed;

    WaitDispatcher(WaitOutputs outputs, WaitSummaryMessage summaryMessage) {
        this.summaryMessage = summaryMessage;
        this.state = outputs.state();
        this.outages = outputs.outages();
        this.report = outputs.report();
        this.view = outputs.view();
        this.messages = outputs.messages();
        this.unavailableText = outputs.unavailableText();
        this.signIn = outputs.signIn();
        this.batches = state.open().size();
    }

    synchronized void begin(Optional<Duration> timeout) {
        if (closed) {
            return;
        }
        ClockFormat clock = unavailableText.clock();
        Optional<Instant> deadline = timeout.map(state.begun()::plus);
        report.begin(batches, state.begun(), deadline);
        view.begin("waiting for " + Phrases.count(batches, "batch", "batches")
                + deadline.map(instant -> " until " + clock.format(instant) + " at the latest")
                        .orElse(""));
    }

    @Override
    public synchronized void on(WatchEvent event) {
        if (closed) {
            return;
        }
        state.on(event);
        report.on(event);
        switch (event) {
            case WatchEvent.Answered answered -> messages.trace(AttemptText.trace(answered.batch(), answered.answer()));
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

    private void end(WaitResult result) {
        state.end(result);
        report.end(result);
        if (result.ending() == WaitResult.Ending.GAVE_UP) {
            result.snapshot()
                    .answer()
                    .flatMap(new AnswerProblem(result.batch(), unavailableText, signIn)::of)
                    .filter(this::isReported)
                    .ifPresent(messages::problem);
        }
    }

    /** Of many batches that fail for the same reason, such as an expired token, only the first is reported. */
    private boolean isReported(Problem problem) {
        return remedies.add(problem.remedy()) || batches <= ProgressView.FEW;
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
        Instant now = unavailableText.clock().time().instant();
        Instant until = now.plus(answer.retryAfter().orElse(Duration.ZERO));
        if (!throttling.covers(until)) {
            throttling.reported(until);
            report.throttled(batch, attempt, answer);
        }
    }

    synchronized void tick() {
        if (!closed) {
            view.tick();
        }
    }

    /** Ends the wait for all open batches because the process ends, and writes their last known state. */
    synchronized void interrupt() {
        if (!closed) {
            List<WaitResult> results = state.interrupted();
            results.forEach(state::end);
            try {
                results.forEach(report::end);
                report.end(state.summary());
            } catch (StandardOutput.OutputException unwritten) {
                // ignored: the message on standard error has the state as well
            }
            close();
            summaryMessage.write(state);
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
