package io.github.devicebatch.application.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave a batch alone between two questions: a short pause first, longer and longer ones after it, each a
 * little longer or shorter by chance, so that many watches do not ask in step.
 *
 * <p>Polling is the only way to learn how far a batch is, and the service publishes no limit for it: be polite.
 *
 * @param interval the first pause; 5 seconds by default
 * @param growth how many times longer each pause is than the one before; 1.5 by default
 * @param maxInterval the longest pause, before chance; 60 seconds by default
 * @param jitter by which part a pause may be longer or shorter by chance; 0.1 by default, so that a pause of 60 seconds
 *     takes from 54 to 66 seconds
 */
public record PollingSchedule(Duration interval, double growth, Duration maxInterval, double jitter) {

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Pauses of 5 seconds, half as long again each time, up to 60 seconds, ±10 %. */
    public static final PollingSchedule DEFAULT =
            new PollingSchedule(Duration.ofSeconds(5), 1.5, Duration.ofSeconds(60), 0.1);

    /**
     * Holds the schedule.
     *
     * @throws NullPointerException if an interval is null
     * @throws IllegalArgumentException if {@code interval} is not positive, {@code maxInterval} is shorter than it or
     *     longer than a day, {@code growth} is below 1 or not finite, or {@code jitter} is not from 0 to below 1
     */
    public PollingSchedule {
        check(interval.isPositive(), "the interval is longer than nothing, not " + interval);
        check(
                maxInterval.compareTo(interval) >= 0,
                "the longest interval, " + maxInterval + ", is not shorter than the first one, " + interval);
        check(maxInterval.compareTo(LONGEST) <= 0, "the longest interval is at most a day, not " + maxInterval);
        check(growth >= 1 && Double.isFinite(growth), "the growth is at least 1, not " + growth);
        check(jitter >= 0 && jitter < 1, "the jitter is from 0 to below 1, not " + jitter);
    }

    /**
     * Creates a schedule of its two intervals, with the default growth and jitter.
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
     * Returns how long the next pause is.
     *
     * @param pausesBefore how many pauses of the same batch came before it
     * @param random where chance comes from; one number is taken
     * @return the pause, positive
     * @throws IllegalArgumentException if {@code pausesBefore} is negative
     */
    public Duration delay(int pausesBefore, RandomGenerator random) {
        check(pausesBefore >= 0, "the pauses before are not negative: " + pausesBefore);
        double regular = Math.min(maxInterval.toNanos(), interval.toNanos() * Math.pow(growth, pausesBefore));
        double chance = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofNanos(Math.max(1, Math.round(regular * chance)));
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
