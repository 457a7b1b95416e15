package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.batch;
import static io.github.devicebatch.application.Replies.batches;
import static io.github.devicebatch.application.Watching.REGULAR;

import java.util.Random;
import java.util.function.Predicate;

/** A watch of three batches at once in which something has a bug. */
final class FailingWatch {

    static final RuntimeException BUG = new IllegalStateException("a bug");

    final SteppedTime time = new SteppedTime();
    final Switchboard switchboard = new Switchboard();

    static <T> T fail() {
        throw BUG;
    }

    /** What comes of the watch if this is the query about one of the batches. */
    Throwable failureOf(BatchStatusQuery query) throws InterruptedException {
        BatchStatusQuery mixed = batch -> batch.equals(batch(1, 3)) ? query.ask(batch) : switchboard.ask(batch);
        return start(mixed, event -> {}, ending -> false).failure();
    }

    InBackground start(BatchStatusQuery query, WatchListener listener, Predicate<WatchEnding> lastOne) {
        BatchWatch watch = BatchWatch.of(query, time, time, REGULAR.withConcurrency(3), new Random(1));
        return InBackground.start(() -> watch.watchAll(batches(3), listener, lastOne));
    }
}
