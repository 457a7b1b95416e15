package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.cli.message.AttemptText;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.progress.ElapsedTime;
import io.github.devicebatch.cli.progress.FailureCounts;
import io.github.devicebatch.cli.progress.ProgressText;
import io.github.devicebatch.cli.progress.Throughput;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.wait.ResumeCommand;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Runner of the requests of {@code status}: reports each answer as it arrives. After a refusal that concerns the caller it sends no
 * further request. {@link #interrupt} may be called by another thread.
 */
final class StatusRunner {

    private final StatusReport report;
    private final Messages messages;
    private final Function<BatchStatusAnswer, ExitCode> rule;
    private final UnavailableText unavailableText;
    private final SignInFlow signIn;
    private final ResumeCommand resume;
    private final Summary summary = new Summary();
    private final FailureCounts failures = new FailureCounts();
    private final Set<BatchReference> unanswered = new LinkedHashSet<>();
    private Instant begun = Instant.EPOCH;
    private int batches;
    private boolean refused;
    private boolean stopped;

    StatusRunner(
            StatusReport report,
            Messages messages,
            Function<BatchStatusAnswer, ExitCode> rule,
            UnavailableText unavailableText,
            SignInFlow signIn,
            ResumeCommand resume) {
        this.report = report;
        this.messages = messages;
        this.rule = rule;
        this.unavailableText = unavailableText;
        this.signIn = signIn;
        this.resume = resume;
    }

    /**
     * Runs one request for each of {@code references}; duplicates are asked about once.
     *
     * @param afterAnswer runs after each answer is reported
     * @return the worst exit code of the answers
     * @throws StandardOutput.OutputException if the report cannot be written; no further request is sent
     */
    ExitCode run(BatchSurvey survey, Collection<BatchReference> references, Runnable afterAnswer)
            throws InterruptedException {
        try {
            survey.ask(begin(references), (batch, answer) -> {
                report(batch, answer);
                afterAnswer.run();
            });
            return end();
        } catch (RuntimeException | Error failure) {
            abort(failure, references);
            throw failure;
        }
    }

    private synchronized Iterator<BatchReference> begin(Collection<BatchReference> references) {
        begun = now();
        unanswered.addAll(references);
        batches = unanswered.size();
        return new UntilRefused(new ArrayList<>(unanswered).iterator());
    }

    private synchronized void report(BatchReference batch, BatchStatusAnswer answer) {
        if (!stopped) {
            unanswered.remove(batch);
            messages.trace(AttemptText.trace(batch, answer));
            summary.add(batch, answer, rule.apply(answer));
            if (answer instanceof Found found) {
                failures.add(found.status().failedDevices());
            }
            report.add(batch, answer);
            boolean concernsCaller = answer instanceof Refused refusal && refusal.concernsCaller();
            if (!concernsCaller || !refused) {
                new AnswerProblem(batch, unavailableText, signIn).of(answer).ifPresent(messages::problem);
            }
            refused |= concernsCaller;
        }
    }

    /** Returns how many batches are answered, the failures so far, the rate and the time left. */
    synchronized ProgressText progress() {
        int answered = batches - unanswered.size();
        return new ProgressText(
                answered,
                batches,
                "answered",
                summary.counts(),
                "",
                summary.totals().devices(),
                failures.text(),
                new Throughput(answered, Duration.between(begun, now()), "batches").text(unanswered.size()),
                "");
    }

    private synchronized ExitCode end() {
        if (!stopped) {
            summary.addNotAsked(unanswered.size());
            report.end(summary);
            writeResume("refused");
        }
        return summary.exitCode();
    }

    /** Waits for the answer that is being reported, if any, reports nothing after it, and writes how to go on. */
    synchronized void interrupt() {
        if (!stopped) {
            stopped = true;
            writeResume("interrupted");
        }
    }

    /** Reports nothing more, and writes the command that runs again, because of an error that is reported afterwards. */
    private synchronized void abort(Throwable failure, Collection<BatchReference> references) {
        report.close(); // which releases memory for the message
        boolean hasReader = !(failure instanceof StandardOutput.OutputException unwritten && unwritten.readerGone());
        if (!stopped && hasReader && batches > 1) {
            messages.heading("ended by an error" + after() + ": the output is not complete");
            messages.heading("to run it again:");
            resume.lines(List.copyOf(new LinkedHashSet<>(references))).forEach(messages::command);
        }
        stopped = true;
    }

    private String after() {
        return " after " + new ElapsedTime(unavailableText.clock().time()).since(begun);
    }

    private void writeResume(String reason) {
        if (!unanswered.isEmpty() && batches > 1) {
            messages.heading(reason + after() + ": " + (batches - unanswered.size()) + " of "
                    + Phrases.count(batches, "batch", "batches") + " answered");
            messages.heading("to go on with the others:");
            resume.lines(new ArrayList<>(unanswered)).forEach(messages::command);
        }
    }

    private Instant now() {
        return unavailableText.clock().time().instant();
    }

    private synchronized boolean isRefused() {
        return refused;
    }

    /** References that end as soon as a refusal concerns all of them. */
    private final class UntilRefused implements Iterator<BatchReference> {

        private final Iterator<BatchReference> references;

        UntilRefused(Iterator<BatchReference> references) {
            this.references = references;
        }

        @Override
        public boolean hasNext() {
            return !isRefused() && references.hasNext();
        }

        @Override
        public BatchReference next() {
            return references.next();
        }
    }
}
