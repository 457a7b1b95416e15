package io.github.devicebatch.application;

import static io.github.devicebatch.application.Watching.REGULAR;

import io.github.devicebatch.application.WatchEvent.Ended;
import io.github.devicebatch.domain.BatchReference;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A watch that asks three questions at once, in a thread of its own; whoever tests answers them and lets time pass. */
final class ConcurrentWatch {

    static final WatchSettings SETTINGS = REGULAR.withConcurrency(3).withoutTimeout();

    final SteppedTime time = new SteppedTime();
    final Switchboard switchboard = new Switchboard();
    final List<WatchEvent> events = new CopyOnWriteArrayList<>();
    final CountDownLatch oneEnded = new CountDownLatch(1);

    InBackground start(WatchSettings settings, List<BatchReference> batches) {
        return start(switchboard, settings, batches, ending -> false);
    }

    InBackground start(
            BatchStatusQuery query,
            WatchSettings settings,
            List<BatchReference> batches,
            Predicate<WatchEnding> lastOne) {
        BatchWatch watch = BatchWatch.of(query, time, time, settings, new Random(1));
        return InBackground.start(() -> watch.watchAll(batches, this::note, lastOne));
    }

    /** Gives this answer to whoever is interrupted before there is another one. */
    BatchStatusQuery lastWord(BatchStatusAnswer answer) {
        return batch -> {
            try {
                return switchboard.ask(batch);
            } catch (InterruptedException interrupted) {
                return answer;
            }
        };
    }

    /** The batches whose watch ended this way, in the order in which this was told. */
    List<BatchReference> ended(Class<? extends WatchEnding> way) {
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
