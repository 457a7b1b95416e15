package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchWatch;
import io.github.devicebatch.application.WatchEnding;
import io.github.devicebatch.application.WatchSettings;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.RetrySettings;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** One wait for batches, from the first question to the last word. */
record Wait(
        Prepared prepared,
        WatchSettings settings,
        boolean failFast,
        ShowingOptions showing,
        TakeUpAgain again,
        Surroundings surroundings) {

    private static final Duration TICK = Duration.ofMillis(250);

    /**
     * Waits.
     *
     * @return the worst exit code
     * @throws ReaderGone if nobody reads any more
     */
    ExitCode toTheEnd() throws InterruptedException {
        Set<BatchReference> batches = new LinkedHashSet<>(prepared.batches());
        WaitBoard board = new WaitBoard(batches, surroundings.time().instant());
        WaitScene scene = WaitScene.of(surroundings, showing, board);
        WaitObserver observer = new WaitObserver(scene, closing(scene));
        return new Farewell(surroundings.host().shutdown())
                .after(
                        () -> {
                            watch(batches, observer);
                            return board.summary().exitCode();
                        },
                        observer::interrupt);
    }

    private Closing closing(WaitScene scene) {
        boolean isReadElsewhere = showing.format() == OutputFormat.TABLE
                && (surroundings.terminals().test(StandardStream.OUT)
                        || !surroundings.terminals().test(StandardStream.ERR));
        return new Closing(scene.messages(), new ProgressInWords(surroundings.clock()), again, isReadElsewhere);
    }

    private void watch(Set<BatchReference> batches, WaitObserver observer) {
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

    private PartnerCenter partnerCenter(WaitObserver observer) {
        Duration timeout = RetrySettings.DEFAULT.questionTimeout();
        Duration atMost =
                settings.timeout().filter(all -> all.compareTo(timeout) < 0).orElse(timeout);
        return prepared.partnerCenter()
                .time(surroundings.time(), surroundings.pause())
                .retries(RetrySettings.DEFAULT.withQuestionTimeout(atMost))
                .listener(observer)
                .build();
    }
}
