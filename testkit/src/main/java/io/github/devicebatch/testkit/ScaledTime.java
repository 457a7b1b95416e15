package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that runs faster than another one by a factor. Both show the same time when it is created.
 *
 * <pre>{@code
 * FakePartnerCenter.start(ScaledTime.of(InstantSource.system(), 60));
 * }</pre>
 *
 * <p>A {@code FakePartnerCenter} uses it for uploads, for timelines, and for the times that it sends. {@code Retry-After} and
 * the pauses of a dripping reply stay in real time.
 *
 * <p>Immutable and safe for use by several threads, if the other clock is.
 */
public final class ScaledTime implements InstantSource {

    private final InstantSource time;
    private final int factor;
    private final Instant start;

    private ScaledTime(InstantSource time, int factor) {
        this.time = time;
        this.factor = factor;
        this.start = time.instant();
    }

    /**
     * Creates a faster clock.
     *
     * @param time the other clock
     * @param factor the number of seconds for each second of {@code time}, at least 1
     * @throws IllegalArgumentException if {@code factor} is below 1
     */
    public static ScaledTime of(InstantSource time, int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("the factor must be at least 1, not " + factor);
        }
        return new ScaledTime(requireNonNull(time, "time"), factor);
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, time.instant()).multipliedBy(factor));
    }

    /** Returns the time on the clock and the factor. */
    @Override
    public String toString() {
        return "ScaledTime at " + instant() + ", " + factor + " times as fast";
    }
}
