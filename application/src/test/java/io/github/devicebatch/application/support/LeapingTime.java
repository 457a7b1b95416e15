package io.github.devicebatch.application.support;

import io.github.devicebatch.application.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that advances only in pauses or on request. */
public final class LeapingTime implements InstantSource, Pause {

    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    /** Returns the instant this many seconds after the start. */
    public static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a pause");
        }
        pauses.add(duration);
        advance(duration);
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration.isNegative() ? Duration.ZERO : duration);
    }

    /** Returns the time since the start. */
    public synchronized Duration passed() {
        return Duration.between(START, now);
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
