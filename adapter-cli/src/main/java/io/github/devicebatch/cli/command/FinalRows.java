package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.upload.UploadJoin;
import io.github.devicebatch.application.watch.SurveyListener;
import io.github.devicebatch.cli.message.AnswerProblem;
import io.github.devicebatch.cli.message.AttemptText;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Rows of final batches, collected for a join. Any other answer is reported. Thread-safe until the survey has ended. */
final class FinalRows implements SurveyListener {

    private static final int MAX_STATE_LENGTH = 60;

    private final Messages messages;
    private final UnavailableText unavailableText;
    private final SignInFlow signIn;
    private final UploadJoin join = new UploadJoin();
    private final List<BatchReference> batches = new ArrayList<>();
    private ExitCode exitCode = ExitCode.ANSWERED;

    FinalRows(Messages messages, UnavailableText unavailableText, SignInFlow signIn) {
        this.messages = messages;
        this.unavailableText = unavailableText;
        this.signIn = signIn;
    }

    @Override
    public synchronized void on(BatchReference batch, BatchStatusAnswer answer) {
        messages.trace(AttemptText.trace(batch, answer));
        exitCode = exitCode.worse(ExitCode.of(answer));
        if (answer instanceof Found found) {
            add(batch, found.status());
        } else {
            new AnswerProblem(batch, unavailableText, signIn).of(answer).ifPresent(messages::failure);
        }
    }

    private void add(BatchReference batch, BatchStatus status) {
        if (status.isFinal()) {
            batches.add(batch);
            join.add(status);
        } else {
            exitCode = exitCode.worse(ExitCode.PENDING);
            messages.failure(Problem.of(
                    "not final: " + batch,
                    "its state is \"" + Excerpt.of(status.state().text(), MAX_STATE_LENGTH)
                            + "\", so its failed devices are not known yet",
                    "devicebatch wait " + batch + ", then this command again"));
        }
    }

    /** Returns the rows of all batches. */
    UploadJoin join() {
        return join;
    }

    /** Returns the batches in the order of their rows. */
    List<BatchReference> batches() {
        return batches;
    }

    /** Returns the worst exit code; that of success if every batch is final. */
    ExitCode exitCode() {
        return exitCode;
    }
}
