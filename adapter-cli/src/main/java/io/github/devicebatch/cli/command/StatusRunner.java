package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.cli.message.AttemptText;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import java.util.function.Function;

/**
 * Runner of the requests of {@code status}: reports each answer as it arrives. {@link #stop} may be called by another
 * thread.
 */
final class StatusRunner {

    private final StatusReport report;
    private final Messages messages;
    private final Function<BatchStatusAnswer, ExitCode> rule;
    private final UnavailableText unavailableText;
    private final Summary summary = new Summary();
    private boolean stopped;

    StatusRunner(
            StatusReport report,
            Messages messages,
            Function<BatchStatusAnswer, ExitCode> rule,
            UnavailableText unavailableText) {
        this.report = report;
        this.messages = messages;
        this.rule = rule;
        this.unavailableText = unavailableText;
    }

    /**
     * Runs one request for each of {@code batches}.
     *
     * @return the worst exit code of the answers
     * @throws StandardOutput.OutputException if the report cannot be written; no further request is sent
     */
    ExitCode run(BatchSurvey survey, Iterable<BatchReference> batches) throws InterruptedException {
        survey.ask(batches, this::report);
        return end();
    }

    private synchronized void report(BatchReference batch, BatchStatusAnswer answer) {
        if (!stopped) {
            messages.trace(AttemptText.trace(batch, answer));
            summary.add(batch, answer, rule.apply(answer));
            report.add(batch, answer);
            new AnswerProblem(batch, unavailableText).of(answer).ifPresent(messages::problem);
        }
    }

    private synchronized ExitCode end() {
        if (!stopped) {
            report.end(summary);
        }
        return summary.exitCode();
    }

    /** Waits for the answer that is being reported, if any, and reports nothing after it. */
    synchronized void stop() {
        stopped = true;
    }
}
