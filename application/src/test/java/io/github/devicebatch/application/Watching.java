package io.github.devicebatch.application;

import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;
import java.util.function.Predicate;

/** A watch with nothing left to chance: pauses of 8, 16, 32, 64, 64 … seconds, one question at a time. */
final class Watching {

    static final WatchSettings REGULAR = WatchSettings.DEFAULT
            .withSchedule(new PollingSchedule(Duration.ofSeconds(8), 2, Duration.ofSeconds(64), 0))
            .withConcurrency(1);

    final LeapingTime time = new LeapingTime();
    final Recorder recorder = new Recorder();

    /** Watches the one batch. */
    WatchEnding watch(BatchStatusQuery query, WatchSettings settings) throws InterruptedException {
        return watch(query, settings, recorder);
    }

    WatchEnding watch(BatchStatusQuery query, WatchSettings settings, WatchListener listener)
            throws InterruptedException {
        return BatchWatch.of(query, time, time, settings, new Random(1)).watch(Replies.BATCH, listener);
    }

    void watchAll(BatchStatusQuery query, WatchSettings settings, Collection<BatchReference> batches)
            throws InterruptedException {
        watchAll(query, settings, batches, ending -> false);
    }

    void watchAll(
            BatchStatusQuery query,
            WatchSettings settings,
            Collection<BatchReference> batches,
            Predicate<WatchEnding> lastOne)
            throws InterruptedException {
        BatchWatch.of(query, time, time, settings, new Random(1)).watchAll(batches, recorder, lastOne);
    }
}
