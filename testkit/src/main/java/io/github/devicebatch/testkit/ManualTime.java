package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that stands still until a pause or a call of {@link #advance} moves it, so that tests of long waits are fast.
 *
 * <p>Safe for use by several threads. Pauses of several threads add up.
 */
public final class ManualTime implements InstantSource, Pause {

    /** The default start: Monday, 2026-01-05 at 09:00 UTC. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-05T09:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now;

    private ManualTime(Instant now) {
        this.now = now;
    }

    /** Creates a clock that stands at {@link #DEFAULT_START}. */
    public static ManualTime start() {
        return startingAt(DEFAULT_START);
    }

    /**
     * Creates a clock.
     *
     * @param start the time at which it stands
     */
    public static ManualTime startingAt(Instant start) {
        return new ManualTime(requireNonNull(start, "start"));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Advances the clock and records the pause. It returns at once.
     *
     * @param duration the pause; zero or less is recorded and does not move the clock
     * @throws InterruptedException if the calling thread is interrupted; the clock stays and nothing is recorded
     */
    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        requireNonNull(duration, "duration");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a pause of " + duration);
        }
        pauses.add(duration);
        if (duration.isPositive()) {
            now = now.plus(duration);
        }
    }

    /**
     * Advances the clock without recording a pause.
     *
     * @param duration the duration
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("the duration must not be negative: " + duration);
        }
        now = now.plus(duration);
    }

    /**
     * Returns the pauses so far, oldest first.
     *
     * @return a copy
     */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** Returns the time on the clock. */
    @Override
    public synchronized String toString() {
        return "ManualTime at " + now;
    }
}
