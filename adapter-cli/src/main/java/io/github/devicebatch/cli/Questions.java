package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.List;

/** Asks about batches one after the other and shows each answer as it comes. */
record Questions(BatchStatusQuery query, Report report, Messages messages, ExitRule rule, UnavailableInWords words) {

    /**
     * Asks about each of {@code batches}.
     *
     * @return the worst of their exit codes
     * @throws ReaderGone if nobody reads the report any more; nothing further is asked
     */
    ExitCode ask(List<BatchReference> batches) throws InterruptedException {
        Summary summary = new Summary();
        for (BatchReference batch : batches) {
            BatchStatusAnswer answer = query.ask(batch);
            messages.question(TraceInWords.of(batch, answer));
            summary.add(answer, rule.code(answer));
            report.add(batch, answer);
            new AnswerProblem(batch, words).of(answer).ifPresent(messages::problem);
        }
        report.end(summary);
        return summary.exitCode();
    }
}
