package io.github.devicebatch.http.resilience;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.RetrySettings;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.functions.Either;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Tells how long to wait before a retry: what the service said and a little more, else half of a doubling interval and a
 * random part of the other half.
 *
 * @param random gives a number between 0 and the one it is given, both included
 */
record Backoff(RetrySettings settings, LongUnaryOperator random) implements IntervalBiFunction<BatchStatusAnswer> {

    private static final long MOST_ADDED_MILLIS = 1_000;
    private static final int MOST_DOUBLINGS = 20;

    /** Gives the milliseconds to wait after {@code attempt}, the first of which is 1. */
    @Override
    public Long apply(Integer attempt, Either<Throwable, BatchStatusAnswer> ended) {
        return switch (ended.get()) {
            case Unavailable unavailable ->
                unavailable
                        .retryAfter()
                        .filter(Duration::isPositive)
                        .map(this::told)
                        .orElseGet(() -> computed(attempt, unavailable.cause()));
            case BatchStatusAnswer settled -> throw new IllegalArgumentException("not to be asked again: " + settled);
        };
    }

    private long told(Duration retryAfter) {
        long atLeast = retryAfter.plusNanos(999_999).toMillis();
        return atLeast + random.applyAsLong(Math.min(retryAfter.toMillis() / 10, MOST_ADDED_MILLIS));
    }

    private long computed(int attempt, UnavailabilityCause cause) {
        Duration initial = cause == UnavailabilityCause.THROTTLED
                ? settings.throttledInitialInterval()
                : settings.initialInterval();
        long doubled = initial.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
        long millis = Math.min(settings.maxInterval().toMillis(), doubled);
        return millis - millis / 2 + random.applyAsLong(millis / 2);
    }
}
