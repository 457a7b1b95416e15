package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A timer that wakes the thread that waits for answers when a request is due before the next answer. It uses at most one
 * virtual thread, which pauses and then sends a tick.
 */
final class WakeUpTimer implements AutoCloseable {

    private final Pause pause;
    private final InFlightQueries<?> inFlight;
    private List<Thread> threads = List.of();
    private Instant due = Instant.MAX;
    private volatile boolean pending;

    WakeUpTimer(Pause pause, InFlightQueries<?> inFlight) {
        this.pause = pause;
        this.inFlight = inFlight;
    }

    /** Sends a tick at {@code next} at the latest. An earlier timer is kept; an extra tick is harmless. */
    void set(Instant now, Instant next) {
        if (next.equals(Instant.MAX) || (pending && !next.isBefore(due))) {
            return;
        }
        close();
        due = next;
        pending = true;
        threads = List.of(Thread.ofVirtual().name("devicebatch timer").start(() -> run(Duration.between(now, next))));
    }

    /** Cancels the timer and waits for the end of its thread. */
    @Override
    public void close() {
        ThreadTermination.end(threads);
        threads = List.of();
        pending = false;
    }

    private void run(Duration delay) {
        try {
            pause.pause(delay);
            pending = false; // before the tick, so that its receiver can set the next timer
            inFlight.tick();
        } catch (InterruptedException cancelled) {
            // ignored: close() cancelled the timer
        } catch (Throwable failure) { // the waiting thread must throw it, whatever it is
            inFlight.fail(failure);
        }
    }
}
