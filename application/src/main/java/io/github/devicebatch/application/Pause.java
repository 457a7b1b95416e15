package io.github.devicebatch.application;

import java.time.Duration;

/** Lets time pass. Handed in, so that a test may let hours pass at once. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns when {@code duration} has passed.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException if the calling thread is interrupted before or while it waits
     */
    void pause(Duration duration) throws InterruptedException;
}
