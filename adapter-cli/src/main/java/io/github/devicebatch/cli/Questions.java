package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchSurvey;
import io.github.devicebatch.domain.BatchReference;

/**
 * Asks about batches, several at a time, and shows each answer as it comes. Asked by one thread; another one may have it stop.
 */
final class Questions {

    private final Report report;
    private final Messages messages;
    private final ExitRule rule;
    private final UnavailableInWords words;
    private final Summary summary = new Summary();
    private boolean stopped;

    Questions(Report report, Messages messages, ExitRule rule, UnavailableInWords words) {
        this.report = report;
        this.messages = messages;
        this.rule = rule;
        this.words = words;
    }

    /**
     * Asks about each of {@code batches}.
     *
     * @return the worst of their exit codes
     * @throws ReaderGone if nobody reads the report any more; nothing further is asked
     */
    ExitCode ask(BatchSurvey survey, Iterable<BatchReference> batches) throws InterruptedException {
        survey.ask(batches, this::show);
        return end();
    }

    private synchronized void show(BatchReference batch, BatchStatusAnswer answer) {
        if (!stopped) {
            messages.question(TraceInWords.of(batch, answer));
            summary.add(answer, rule.code(answer));
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
