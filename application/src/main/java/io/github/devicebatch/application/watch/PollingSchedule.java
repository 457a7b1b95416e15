package io.github.devicebatch.application.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between two requests about a batch: exponential backoff with jitter, so that many watches do not poll in step.
 *
 * <p>Polling is the only way to learn the progress of a batch, and the service publishes no limit for it.
 *
 * @param interval the first pause; 5 seconds by default
 * @param growth the factor between a pause and the one before; 1.5 by default
 * @param maxInterval the longest pause, before jitter; 60 seconds by default
 * @param jitter the fraction by which a pause is longer or shorter at random; 0.1 by default, so that a pause of 60
 *     seconds takes 54 to 66 seconds
 */
public record PollingSchedule(Duration interval, double growth, Duration maxInterval, double jitter) {

    private static final Duration MAX_PAUSE = Duration.ofDays(1);

    /** Pauses of 5 seconds, each later one 1.5 times as long, up to 60 seconds, ±10 %. */
    public static final PollingSchedule DEFAULT =
            new PollingSchedule(Duration.ofSeconds(5), 1.5, Duration.ofSeconds(60), 0.1);

    /**
     * Creates the schedule.
     *
     * @throws NullPointerException if an interval is null
     * @throws IllegalArgumentException if {@code interval} is not positive, {@code maxInterval} is shorter than it or
     *     longer than a day, {@code growth} is below 1 or not finite, or {@code jitter} is not from 0 to below 1
     */
    public PollingSchedule {
        check(interval.isPositive(), "the interval is positive, not " + interval);
        check(
                maxInterval.compareTo(interval) >= 0,
                "the longest interval, " + maxInterval + ", is not shorter than the first one, " + interval);
        check(maxInterval.compareTo(MAX_PAUSE) <= 0, "the longest interval is at most a day, not " + maxInterval);
        check(growth >= 1 && Double.isFinite(growth), "the growth is at least 1, not " + growth);
        check(jitter >= 0 && jitter < 1, "the jitter is from 0 to below 1, not " + jitter);
    }

    /**
     * Creates a schedule with the default growth and jitter.
     *
     * @param interval the first pause
     * @param maxInterval the longest pause
     * @return the schedule
     * @throws IllegalArgumentException if {@code interval} is not positive, or {@code maxInterval} is shorter than it or
     *     longer than a day
     */
    public static PollingSchedule between(Duration interval, Duration maxInterval) {
        return new PollingSchedule(interval, DEFAULT.growth, maxInterval, DEFAULT.jitter);
    }

    /**
     * Returns the next pause.
     *
     * @param pausesBefore the number of earlier pauses of the same batch
     * @param random the randomness of the jitter; one number is taken
     * @return the pause, positive
     * @throws IllegalArgumentException if {@code pausesBefore} is negative
     */
    public Duration delay(int pausesBefore, RandomGenerator random) {
        check(pausesBefore >= 0, "the number of pauses is negative: " + pausesBefore);
        double regular = Math.min(maxInterval.toNanos(), interval.toNanos() * Math.pow(growth, pausesBefore));
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofNanos(Math.max(1, Math.round(regular * factor)));
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
