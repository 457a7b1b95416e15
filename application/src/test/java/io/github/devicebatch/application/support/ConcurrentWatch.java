package io.github.devicebatch.application.support;

import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.domain.BatchReference;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A watch with three requests in flight on its own thread; the test answers them and advances the time. */
public final class ConcurrentWatch {

    public static final WatchSettings SETTINGS = REGULAR.withConcurrency(3).withoutTimeout();

    public final SteppedTime time = new SteppedTime();
    public final HeldQuery switchboard = new HeldQuery();
    public final List<WatchEvent> events = new CopyOnWriteArrayList<>();
    public final CountDownLatch oneEnded = new CountDownLatch(1);

    public BackgroundTask start(WatchSettings settings, List<BatchReference> batches) {
        return start(switchboard, settings, batches, ending -> false);
    }

    public BackgroundTask start(
            BatchStatusQuery query,
            WatchSettings settings,
            List<BatchReference> batches,
            Predicate<WatchEnding> lastOne) {
        BatchWatch watch = BatchWatch.of(query, time, time, settings, new Random(1));
        return BackgroundTask.start(() -> watch.watchAll(batches, this::note, lastOne));
    }

    /** Returns this answer when interrupted before another one is available. */
    public BatchStatusQuery lastWord(BatchStatusAnswer answer) {
        return batch -> {
            try {
                return switchboard.ask(batch);
            } catch (InterruptedException interrupted) {
                return answer;
            }
        };
    }

    /** Returns the batches whose watch ended this way, in the order of the events. */
    public List<BatchReference> ended(Class<? extends WatchEnding> way) {
        return events.stream()
                .flatMap(event -> event instanceof Ended ended ? Stream.of(ended) : Stream.empty())
                .filter(ended -> way.isInstance(ended.ending()))
                .map(Ended::batch)
                .toList();
    }

    private void note(WatchEvent event) {
        events.add(event);
        if (event instanceof Ended) {
            oneEnded.countDown();
        }
    }
}
