package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.event.QueryListener;
import java.time.Duration;
import java.util.Optional;

/**
 * Listener for attempts alone, for progress and for logs.
 *
 * <p>It is called on the thread that asks, so it MUST be quick and thread-safe. An exception that it throws ends the query.
 */
@FunctionalInterface
public interface AttemptListener extends QueryListener {

    /**
     * Called after each attempt.
     *
     * @param batch the batch
     * @param attempt the number of the attempt within its query; the first is 1
     * @param answer the answer of the attempt
     * @param pause how long until the next attempt; empty if this was the last
     */
    void attempted(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> pause);

    /** Calls {@link #attempted} for an attempt that has ended, and ignores every other event. */
    @Override
    default void on(QueryEvent event) {
        if (event instanceof QueryEvent.AttemptEnded ended) {
            attempted(ended.batch(), ended.attempt(), ended.answer(), ended.pause());
        }
    }
}
