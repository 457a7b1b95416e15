package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Clock for waiting, deadlines and lifetimes: it shows the time at which it was created plus the time that has passed since, by
 * {@link System#nanoTime}. A change of the system's clock does not move it. Whether it stands still while the machine sleeps
 * depends on the operating system. Immutable and thread-safe.
 *
 * <p>Times of this clock are to be compared with each other only. To show one, convert it by {@link #onWallClock}.
 */
public final class MonotonicClock implements InstantSource {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final InstantSource wallClock;
    private final LongSupplier nanoTime;
    private final Instant start;
    private final long startNanos;

    /**
     * Creates a clock that starts at the present time of {@code wallClock}.
     *
     * @param wallClock the clock that people read
     * @param nanoTime counts the nanoseconds from any origin, and never goes back
     */
    public MonotonicClock(InstantSource wallClock, LongSupplier nanoTime) {
        this.wallClock = requireNonNull(wallClock, "wallClock");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime");
        this.start = wallClock.instant();
        this.startNanos = nanoTime.getAsLong();
    }

    /**
     * Creates a clock that starts at the present time of the system's clock.
     *
     * @return the clock
     */
    public static MonotonicClock startingNow() {
        return new MonotonicClock(InstantSource.system(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoTime.getAsLong() - startNanos);
    }

    /**
     * Converts a time of this clock to the time that the system's clock, as it is set now, shows at that moment. The difference of
     * the two clocks is rounded to seconds, so that two conversions keep their order unless the clock was set in between.
     *
     * @param moment a time of this clock
     * @return the time to show, correct to half a second
     */
    public Instant onWallClock(Instant moment) {
        Duration difference = Duration.between(instant(), wallClock.instant());
        return moment.plusSeconds(difference.plus(HALF_A_SECOND).toSeconds());
    }

    /** Returns the present time. */
    @Override
    public String toString() {
        return "MonotonicClock at " + instant();
    }
}
