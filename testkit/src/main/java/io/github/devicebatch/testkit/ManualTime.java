package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that passes only when someone pauses, or when it is told to: hours of waiting take no time.
 *
 * <p>Safe for use by several threads. Their pauses add up, as if they were taken one after the other.
 */
public final class ManualTime implements InstantSource, Pause {

    /** When time begins unless told otherwise: a Monday morning, 2026-01-05 at 09:00 UTC. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-05T09:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now;

    private ManualTime(Instant now) {
        this.now = now;
    }

    /**
     * Begins at {@link #DEFAULT_START}.
     *
     * @return the time, standing still
     */
    public static ManualTime start() {
        return startingAt(DEFAULT_START);
    }

    /**
     * Begins at a given moment.
     *
     * @param start the moment
     * @return the time, standing still
     */
    public static ManualTime startingAt(Instant start) {
        return new ManualTime(requireNonNull(start, "start"));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Lets {@code duration} pass at once, and remembers it.
     *
     * @param duration how long; zero or less is remembered and lets no time pass
     * @throws InterruptedException if the calling thread is interrupted; then no time passes and nothing is remembered
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
     * Lets time pass without anyone pausing.
     *
     * @param duration how long
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + duration);
        }
        now = now.plus(duration);
    }

    /**
     * Lists the pauses taken so far, oldest first.
     *
     * @return the pauses as they were asked for; a copy, unmodifiable
     */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** Gives the moment it is. */
    @Override
    public synchronized String toString() {
        return "ManualTime at " + now;
    }
}
