package io.github.devicebatch.http.resilience;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Exponential backoff with jitter: half of a doubling interval plus a random part of the other half. A time that the service
 * named comes first, with at most a tenth or a second added.
 *
 * @param initialInterval the interval before the first retry
 * @param throttledInitialInterval the same after a throttled attempt without a named time
 * @param maxInterval the longest interval
 * @param random returns a random number from 0 to its argument, both included
 */
public record Backoff(
        Duration initialInterval, Duration throttledInitialInterval, Duration maxInterval, LongUnaryOperator random) {

    private static final long MAX_ADDED_MILLIS = 1_000;
    private static final int MAX_DOUBLINGS = 20;

    /**
     * Returns the delay after an attempt, in milliseconds.
     *
     * @param attempt the number of the attempt; the first is 1
     * @throws IllegalArgumentException if the attempt ended with an answer that is not retried
     */
    long millis(int attempt, BatchStatusAnswer ended) {
        return switch (ended) {
            case Unavailable unavailable ->
                unavailable
                        .retryAfter()
                        .filter(Duration::isPositive)
                        .map(this::named)
                        .orElseGet(() -> computed(attempt, unavailable.cause()));
            case BatchStatusAnswer settled -> throw new IllegalArgumentException("not to be retried: " + settled);
        };
    }

    private long named(Duration retryAfter) {
        long min = retryAfter.plusNanos(999_999).toMillis();
        return min + random.applyAsLong(Math.min(retryAfter.toMillis() / 10, MAX_ADDED_MILLIS));
    }

    private long computed(int attempt, UnavailabilityCause cause) {
        Duration initial = cause == UnavailabilityCause.THROTTLED ? throttledInitialInterval : initialInterval;
        long doubled = initial.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS);
        long millis = Math.min(maxInterval.toMillis(), doubled);
        return millis - millis / 2 + random.applyAsLong(millis / 2);
    }
}
