package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchSurvey;
import io.github.devicebatch.domain.BatchReference;

/** Asks about batches, several at a time, and shows each answer as it comes. */
record Questions(BatchSurvey survey, Report report, Messages messages, ExitRule rule, UnavailableInWords words) {

    /**
     * Asks about each of {@code batches}.
     *
     * @return the worst of their exit codes
     * @throws ReaderGone if nobody reads the report any more; nothing further is asked
     */
    ExitCode ask(Iterable<BatchReference> batches) throws InterruptedException {
        Summary summary = new Summary();
        survey.ask(batches, (batch, answer) -> show(batch, answer, summary));
        report.end(summary);
        return summary.exitCode();
    }

    private void show(BatchReference batch, BatchStatusAnswer answer, Summary summary) {
        messages.question(TraceInWords.of(batch, answer));
        summary.add(answer, rule.code(answer));
        report.add(batch, answer);
        new AnswerProblem(batch, words).of(answer).ifPresent(messages::problem);
    }
}
