package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a watch.
 *
 * @param schedule the pauses between requests; {@link PollingSchedule#DEFAULT} by default
 * @param timeout the time after which a batch is asked about for the last time; an hour by default, empty for no limit
 * @param notFoundGrace the time from the start of the watch during which an unknown batch is polled again, because it may
 *     have been uploaded a moment ago; zero by default
 * @param concurrency the maximum number of requests in flight; 8 by default
 */
public record WatchSettings(
        PollingSchedule schedule, Optional<Duration> timeout, Duration notFoundGrace, int concurrency) {

    /** The default schedule, an hour, no grace period, 8 requests in flight. */
    public static final WatchSettings DEFAULT =
            new WatchSettings(PollingSchedule.DEFAULT, Optional.of(Duration.ofHours(1)), Duration.ZERO, 8);

    /** The maximum time after the timeout for the answers to the last requests: 15 seconds, but never longer than the timeout. */
    public static final Duration LAST_REQUESTS = Duration.ofSeconds(15);

    /** The number of consecutive unreadable answers that end the watch of a batch: 3. */
    public static final int UNREADABLE_IN_A_ROW = 3;

    /** The maximum number of further requests about a final batch whose rows do not confirm it: 3. */
    public static final int CONFIRMATIONS = 3;

    /**
     * Creates the settings.
     *
     * @throws NullPointerException if any part is null
     * @throws IllegalArgumentException if {@code timeout} is not positive, {@code notFoundGrace} is negative, or
     *     {@code concurrency} is below 1
     */
    public WatchSettings {
        requireNonNull(schedule, "schedule");
        if (timeout.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("the timeout is positive, not " + timeout.get());
        }
        if (notFoundGrace.isNegative()) {
            throw new IllegalArgumentException("the grace period is negative: " + notFoundGrace);
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("the concurrency is at least 1, not " + concurrency);
        }
    }

    /** Returns how long the answers to the last requests are awaited after the timeout. */
    Duration lastRequestsLimit() {
        return timeout.filter(time -> time.compareTo(LAST_REQUESTS) < 0).orElse(LAST_REQUESTS);
    }

    /**
     * Returns settings with another schedule.
     *
     * @throws NullPointerException if {@code other} is null
     */
    public WatchSettings withSchedule(PollingSchedule other) {
        return new WatchSettings(other, timeout, notFoundGrace, concurrency);
    }

    /**
     * Returns settings with another timeout.
     *
     * @param time the time after which a batch is asked about for the last time
     * @throws IllegalArgumentException if {@code time} is not positive
     */
    public WatchSettings withTimeout(Duration time) {
        return new WatchSettings(schedule, Optional.of(time), notFoundGrace, concurrency);
    }

    /**
     * Returns settings without a timeout.
     */
    public WatchSettings withoutTimeout() {
        return new WatchSettings(schedule, Optional.empty(), notFoundGrace, concurrency);
    }

    /**
     * Returns settings with another grace period for unknown batches.
     *
     * @param time the grace period; zero for none
     * @throws IllegalArgumentException if {@code time} is negative
     */
    public WatchSettings withNotFoundGrace(Duration time) {
        return new WatchSettings(schedule, timeout, time, concurrency);
    }

    /**
     * Returns settings with another concurrency.
     *
     * @param requests the maximum number of requests in flight
     * @throws IllegalArgumentException if {@code requests} is below 1
     */
    public WatchSettings withConcurrency(int requests) {
        return new WatchSettings(schedule, timeout, notFoundGrace, requests);
    }
}
