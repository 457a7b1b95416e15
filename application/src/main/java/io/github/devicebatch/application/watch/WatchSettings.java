package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How patiently to watch.
 *
 * @param schedule when to ask next; {@link PollingSchedule#DEFAULT} by default
 * @param timeout how long to watch in all, counted from the start of the watch; an hour by default, empty for no end
 * @param notFoundGrace how long, counted from the start of the watch, a batch that the service does not know is asked
 *     about again, for one that was uploaded a moment ago; nothing by default
 * @param concurrency how many questions may be under way at once; 8 by default
 */
public record WatchSettings(
        PollingSchedule schedule, Optional<Duration> timeout, Duration notFoundGrace, int concurrency) {

    /** The default schedule, an hour, no grace, 8 questions at once. */
    public static final WatchSettings DEFAULT =
            new WatchSettings(PollingSchedule.DEFAULT, Optional.of(Duration.ofHours(1)), Duration.ZERO, 8);

    /** How many unreadable answers in a row end the watch of a batch: 3. */
    public static final int UNREADABLE_IN_A_ROW = 3;

    /** How many more times a batch is asked about that is final, but whose rows do not bear it out: 3. */
    public static final int CONFIRMATIONS = 3;

    /**
     * Holds the settings.
     *
     * @throws NullPointerException if any part is null
     * @throws IllegalArgumentException if {@code timeout} is not positive, {@code notFoundGrace} is negative, or
     *     {@code concurrency} is below 1
     */
    public WatchSettings {
        requireNonNull(schedule, "schedule");
        if (timeout.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("the timeout is longer than nothing, not " + timeout.get());
        }
        if (notFoundGrace.isNegative()) {
            throw new IllegalArgumentException("the grace for an unknown batch is not negative: " + notFoundGrace);
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least 1 question is under way at once, not " + concurrency);
        }
    }

    /**
     * Asks by another schedule.
     *
     * @param other the schedule
     * @return the other settings
     * @throws NullPointerException if {@code other} is null
     */
    public WatchSettings withSchedule(PollingSchedule other) {
        return new WatchSettings(other, timeout, notFoundGrace, concurrency);
    }

    /**
     * Watches for another time.
     *
     * @param time how long in all
     * @return the other settings
     * @throws IllegalArgumentException if {@code time} is not positive
     */
    public WatchSettings withTimeout(Duration time) {
        return new WatchSettings(schedule, Optional.of(time), notFoundGrace, concurrency);
    }

    /**
     * Watches without an end.
     *
     * @return the other settings
     */
    public WatchSettings withoutTimeout() {
        return new WatchSettings(schedule, Optional.empty(), notFoundGrace, concurrency);
    }

    /**
     * Grants a batch that the service does not know some time to become known.
     *
     * @param time how long; zero for none
     * @return the other settings
     * @throws IllegalArgumentException if {@code time} is negative
     */
    public WatchSettings withNotFoundGrace(Duration time) {
        return new WatchSettings(schedule, timeout, time, concurrency);
    }

    /**
     * Asks more or fewer questions at once.
     *
     * @param questions how many at most
     * @return the other settings
     * @throws IllegalArgumentException if {@code questions} is below 1
     */
    public WatchSettings withConcurrency(int questions) {
        return new WatchSettings(schedule, timeout, notFoundGrace, questions);
    }
}
