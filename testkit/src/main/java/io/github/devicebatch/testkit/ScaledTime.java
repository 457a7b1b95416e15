package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that passes faster than it does elsewhere: at 60, an hour in a minute. It begins at the moment it is made.
 *
 * <pre>{@code
 * FakePartnerCenter.start(ScaledTime.of(InstantSource.system(), 60));
 * }</pre>
 *
 * <p>Given to {@link FakePartnerCenter}, it hastens what the fake does by the clock: uploads, timelines, and the times
 * that it sends. What the fake tells a client to do stays in the client's time, and so does what a client can feel: the
 * seconds of {@code Retry-After}, and the pauses of a reply that drips.
 *
 * <p>Immutable and safe for use by several threads, if the time behind it is.
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
     * Hastens a time.
     *
     * @param time the time as it passes elsewhere
     * @param factor how many seconds pass here in one second there, at least 1
     * @return the faster time, which is the other one's moment now
     * @throws IllegalArgumentException if {@code factor} is below 1
     */
    public static ScaledTime of(InstantSource time, int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("time passes at least as fast as it does, not at " + factor);
        }
        return new ScaledTime(requireNonNull(time, "time"), factor);
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, time.instant()).multipliedBy(factor));
    }

    /** Gives the moment it is, and how fast time passes. */
    @Override
    public String toString() {
        return "ScaledTime at " + instant() + ", " + factor + " times as fast";
    }
}
