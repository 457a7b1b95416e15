package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told of every attempt as it ends, for progress and for logs.
 *
 * <p>It is called by the thread that asks, so it MUST be quick, and safe for use by several threads at once. What it throws
 * ends the question.
 */
@FunctionalInterface
public interface AttemptListener {

    /**
     * An attempt has ended.
     *
     * @param batch the batch that is asked about
     * @param attempt which attempt of its question; the first is 1
     * @param answer what came of the attempt
     * @param pause how long until the next attempt; empty if this was the last
     */
    void attempted(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> pause);
}
