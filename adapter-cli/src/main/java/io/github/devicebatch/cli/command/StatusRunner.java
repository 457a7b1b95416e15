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
 * Asks about batches, several at a time, and shows each answer as it comes. Asked by one thread; another one may have it stop.
 */
final class StatusRunner {

    private final StatusReport report;
    private final Messages messages;
    private final Function<BatchStatusAnswer, ExitCode> rule;
    private final UnavailableText words;
    private final Summary summary = new Summary();
    private boolean stopped;

    StatusRunner(
            StatusReport report, Messages messages, Function<BatchStatusAnswer, ExitCode> rule, UnavailableText words) {
        this.report = report;
        this.messages = messages;
        this.rule = rule;
        this.words = words;
    }

    /**
     * Asks about each of {@code batches}.
     *
     * @return the worst of their exit codes
     * @throws StandardOutput.OutputException if the report cannot be written; no more requests are sent
     */
    ExitCode ask(BatchSurvey survey, Iterable<BatchReference> batches) throws InterruptedException {
        survey.ask(batches, this::show);
        return end();
    }

    private synchronized void show(BatchReference batch, BatchStatusAnswer answer) {
        if (!stopped) {
            messages.trace(AttemptText.trace(batch, answer));
            summary.add(answer, rule.apply(answer));
            report.add(batch, answer);
            new AnswerProblem(batch, words).of(answer).ifPresent(messages::problem);
        }
    }

    private synchronized ExitCode end() {
        if (!stopped) {
            report.end(summary);
        }
        return summary.exitCode();
    }

    /** Shows what is being shown to its end, and nothing after it. */
    synchronized void stop() {
        stopped = true;
    }
}
