package io.github.devicebatch.application;

import java.time.Duration;

/** A wait of a given duration. It is a parameter so that tests can replace real time. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits for {@code duration}.
     *
     * @param duration the time to wait; zero or less returns at once
     * @throws InterruptedException if the calling thread is interrupted before or while it waits
     */
    void pause(Duration duration) throws InterruptedException;
}
