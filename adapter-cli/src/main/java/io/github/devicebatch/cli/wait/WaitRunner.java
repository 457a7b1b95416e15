package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.GracefulShutdown;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.Ticker;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.RetrySettings;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One wait for batches, from the first request to the summary.
 *
 * @param batches the batches; duplicates are ignored
 * @param partnerCenter the service, with a source of access tokens
 * @param signIn the sign-in flow, for the advice after a refusal
 * @param settings the intervals, the timeout and the concurrency
 * @param failFast whether the first failure stops the wait for all batches
 * @param decorator adds to the query what this wait needs
 * @param output the output options
 * @param resume the command that resumes the wait
 * @param context the environment of the run
 */
public record WaitRunner(
        List<BatchReference> batches,
        PartnerCenterBuilder partnerCenter,
        SignInFlow signIn,
        WatchSettings settings,
        boolean failFast,
        UnaryOperator<BatchStatusQuery> decorator,
        OutputOptions output,
        ResumeCommand resume,
        CliContext context) {

    private static final Duration TICK_INTERVAL = Duration.ofMillis(250);

    /**
     * Runs the wait.
     *
     * @return the worst exit code
     * @throws StandardOutput.OutputException if standard output cannot be written
     */
    public ExitCode run() throws InterruptedException {
        Set<BatchReference> distinct = new LinkedHashSet<>(batches);
        WaitState state = new WaitState(distinct, context.time().instant());
        WaitOutputs outputs = WaitOutputs.of(context, output, state, signIn);
        try {
            WaitDispatcher dispatcher = new WaitDispatcher(outputs, summaryMessage(outputs), settings.notFoundGrace());
            return new GracefulShutdown(context.host().shutdown())
                    .run(
                            () -> {
                                watch(distinct, dispatcher);
                                return state.summary().exitCode();
                            },
                            dispatcher::interrupt);
        } finally {
            outputs.report().close();
        }
    }

    private WaitSummaryMessage summaryMessage(WaitOutputs outputs) {
        boolean tableIsRead = output.writesTable()
                && (context.terminals().test(StandardStream.OUT)
                        || !context.terminals().test(StandardStream.ERR));
        return new WaitSummaryMessage(outputs.messages(), new WaitText(context.clock()), resume, tableIsRead);
    }

    private void watch(Set<BatchReference> distinct, WaitDispatcher dispatcher) {
        Ticker.Ticking ticking = context.host().ticker().every(TICK_INTERVAL, dispatcher::tick);
        try (PartnerCenter service = service(dispatcher)) {
            watch(service, distinct, dispatcher);
        } finally {
            dispatcher.close();
            ticking.stop();
        }
    }

    /** Watches the batches. Any failure, such as a file that cannot be written, ends with the message about the open batches. */
    private void watch(PartnerCenter service, Set<BatchReference> distinct, WaitDispatcher dispatcher) {
        try {
            dispatcher.begin(settings.timeout());
            BatchWatch.of(decorator.apply(service.batchStatus()), context.time(), context.pause(), settings)
                    .watchAll(distinct, dispatcher, this::isLast);
            dispatcher.end();
        } catch (InterruptedException interrupted) {
            dispatcher.interrupt();
        } catch (RuntimeException | Error failure) {
            dispatcher.abort();
            throw failure;
        }
    }

    /** A refusal that concerns the caller ends every wait: all other requests would be refused too. */
    private boolean isLast(WatchEnding ending) {
        ExitCode code = ExitCode.of(ending);
        return failFast && code != ExitCode.ANSWERED && code != ExitCode.TIMED_OUT
                || ending instanceof WatchEnding.GaveUp gaveUp
                        && gaveUp.answer() instanceof BatchStatusAnswer.Refused refused
                        && refused.concernsCaller();
    }

    private PartnerCenter service(WaitDispatcher dispatcher) {
        Duration requestTimeout = RetrySettings.DEFAULT.questionTimeout();
        Duration timeout = settings.timeout()
                .filter(limit -> limit.compareTo(requestTimeout) < 0)
                .orElse(requestTimeout);
        try {
            return partnerCenter
                    .time(context.time(), context.pause(), context.wallClock())
                    .retries(RetrySettings.DEFAULT.withQuestionTimeout(timeout))
                    .listener(dispatcher)
                    .build();
        } catch (IllegalStateException unusable) {
            throw UsageException.ofJavaSettings(unusable);
        }
    }
}
