package io.github.devicebatch.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The system's time: a clock and the wait that goes with it, for those who pass in no other. The clock starts at the system's
 * time and then advances by {@link System#nanoTime}, so setting the system's clock changes no wait. Immutable and thread-safe.
 */
public final class SystemTime implements InstantSource, Pause {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    private SystemTime() {}

    /**
     * Creates a clock that starts now.
     *
     * @return the clock
     */
    public static SystemTime startingNow() {
        return new SystemTime();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
