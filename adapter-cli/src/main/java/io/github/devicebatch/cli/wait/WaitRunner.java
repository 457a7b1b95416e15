package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.message.ExitCode;
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

/** One wait for batches, from the first question to the last word. */
public record WaitRunner(
        List<BatchReference> references,
        PartnerCenterBuilder partnerCenter,
        WatchSettings settings,
        boolean failFast,
        OutputOptions showing,
        ResumeCommand again,
        CliContext surroundings) {

    private static final Duration TICK = Duration.ofMillis(250);

    /**
     * Waits.
     *
     * @return the worst exit code
     * @throws StandardOutput.OutputException if the text cannot be written
     */
    public ExitCode toTheEnd() throws InterruptedException {
        Set<BatchReference> batches = new LinkedHashSet<>(references);
        WaitState board = new WaitState(batches, surroundings.time().instant());
        WaitOutputs scene = WaitOutputs.of(surroundings, showing, board);
        WaitDispatcher observer = new WaitDispatcher(scene, closing(scene));
        return new GracefulShutdown(surroundings.host().shutdown())
                .after(
                        () -> {
                            watch(batches, observer);
                            return board.summary().exitCode();
                        },
                        observer::interrupt);
    }

    private WaitSummaryMessage closing(WaitOutputs scene) {
        boolean isReadElsewhere = showing.format() == OutputOptions.Format.TABLE
                && (surroundings.terminals().test(StandardStream.OUT)
                        || !surroundings.terminals().test(StandardStream.ERR));
        return new WaitSummaryMessage(scene.messages(), new WaitText(surroundings.clock()), again, isReadElsewhere);
    }

    private void watch(Set<BatchReference> batches, WaitDispatcher observer) {
        Ticker.Ticking ticking = surroundings.host().ticker().every(TICK, observer::tick);
        try (PartnerCenter partnerCenter = partnerCenter(observer)) {
            observer.begin(settings.timeout());
            BatchWatch.of(partnerCenter.batchStatus(), surroundings.time(), surroundings.pause(), settings)
                    .watchAll(batches, observer, this::isTheLast);
            observer.end();
        } catch (InterruptedException interrupted) {
            observer.interrupt();
        } finally {
            observer.close();
            ticking.end();
        }
    }

    private boolean isTheLast(WatchEnding ending) {
        ExitCode code = ExitCode.of(ending);
        return failFast && code != ExitCode.ANSWERED && code != ExitCode.TIMED_OUT;
    }

    private PartnerCenter partnerCenter(WaitDispatcher observer) {
        Duration timeout = RetrySettings.DEFAULT.questionTimeout();
        Duration atMost =
                settings.timeout().filter(all -> all.compareTo(timeout) < 0).orElse(timeout);
        return partnerCenter
                .time(surroundings.time(), surroundings.pause())
                .retries(RetrySettings.DEFAULT.withQuestionTimeout(atMost))
                .listener(observer)
                .build();
    }
}
