package io.github.devicebatch.application.support;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.PollingSchedule;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchListener;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;
import java.util.function.Predicate;

/** A watch without jitter: pauses of 8, 16, 32, 64, 64 … seconds, one request at a time. */
public final class WatchWithoutJitter {

    public static final WatchSettings REGULAR = WatchSettings.DEFAULT
            .withSchedule(new PollingSchedule(Duration.ofSeconds(8), 2, Duration.ofSeconds(64), 0))
            .withConcurrency(1);

    public final LeapingTime time = new LeapingTime();
    public final EventRecorder recorder = new EventRecorder();

    /** Watches the one batch. */
    public WatchEnding watch(BatchStatusQuery query, WatchSettings settings) throws InterruptedException {
        return watch(query, settings, recorder);
    }

    public WatchEnding watch(BatchStatusQuery query, WatchSettings settings, WatchListener listener)
            throws InterruptedException {
        return create(query, settings).watch(Answers.BATCH, listener);
    }

    public void watchAll(BatchStatusQuery query, WatchSettings settings, Collection<BatchReference> batches)
            throws InterruptedException {
        create(query, settings).watchAll(batches, recorder);
    }

    public void watchAll(
            BatchStatusQuery query,
            WatchSettings settings,
            Collection<BatchReference> batches,
            Predicate<WatchEnding> lastOne)
            throws InterruptedException {
        create(query, settings).watchAll(batches, recorder, lastOne);
    }

    private BatchWatch create(BatchStatusQuery query, WatchSettings settings) {
        return BatchWatch.of(query, time, time, settings, new Random(1));
    }
}
