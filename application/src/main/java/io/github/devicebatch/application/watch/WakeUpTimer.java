package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Wakes the one who waits for answers when something is due before any of them comes: a virtual thread that pauses and
 * then puts a tick among the arrivals. There is never more than one.
 */
final class WakeUpTimer implements AutoCloseable {

    private final Pause pause;
    private final InFlightQueries<?> questions;
    private List<Thread> ringer = List.of();
    private Instant moment = Instant.MAX;
    private volatile boolean pending;

    WakeUpTimer(Pause pause, InFlightQueries<?> questions) {
        this.pause = pause;
        this.questions = questions;
    }

    /** Rings at {@code next} at the latest. An alarm that is set for an earlier moment stays; a tick too many is harmless. */
    void set(Instant now, Instant next) {
        if (next.equals(Instant.MAX) || (pending && !next.isBefore(moment))) {
            return;
        }
        close();
        moment = next;
        pending = true;
        ringer = List.of(Thread.ofVirtual().name("devicebatch alarm").start(() -> ring(Duration.between(now, next))));
    }

    /** Turns the alarm off and waits until its thread is gone. */
    @Override
    public void close() {
        ThreadTermination.end(ringer);
        ringer = List.of();
        pending = false;
    }

    private void ring(Duration in) {
        try {
            pause.pause(in);
            pending = false; // before the tick: who hears it must be able to set the next alarm
            questions.tick();
        } catch (InterruptedException turnedOff) {
            // nobody waits for it any more
        } catch (Throwable failure) { // whatever it is, the one who waits must hear of it
            questions.fail(failure);
        }
    }
}
