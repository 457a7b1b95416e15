package io.github.devicebatch.application.support;

import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.batches;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchListener;
import java.util.Random;
import java.util.function.Predicate;

/** A watch of three batches in which a part has a bug. */
public final class FailingWatch {

    public static final RuntimeException BUG = new IllegalStateException("a bug");

    public final SteppedTime time = new SteppedTime();
    public final HeldQuery switchboard = new HeldQuery();

    public static <T> T fail() {
        throw BUG;
    }

    /** Returns the exception of the watch if this is the query about one of the batches. */
    public Throwable failureOf(BatchStatusQuery query) throws InterruptedException {
        BatchStatusQuery mixed = batch -> batch.equals(batch(1, 3)) ? query.ask(batch) : switchboard.ask(batch);
        return start(mixed, event -> {}, ending -> false).failure();
    }

    public BackgroundTask start(BatchStatusQuery query, WatchListener listener, Predicate<WatchEnding> lastOne) {
        BatchWatch watch = BatchWatch.of(query, time, time, REGULAR.withConcurrency(3), new Random(1));
        return BackgroundTask.start(() -> watch.watchAll(batches(3), listener, lastOne));
    }
}
