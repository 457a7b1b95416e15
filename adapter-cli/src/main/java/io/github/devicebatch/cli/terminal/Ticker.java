package io.github.devicebatch.cli.terminal;

import java.time.Duration;

/** Periodic execution of an action. It is passed in, so that a test does not depend on a clock. */
@FunctionalInterface
public interface Ticker {

    /** Runs {@code action} after each {@code period}, on its own thread, until it is stopped. */
    Ticking every(Duration period, Runnable action);

    /** One periodic execution. */
    @FunctionalInterface
    interface Ticking {

        void stop();
    }

    static Ticker ofThisProcess() {
        return (period, action) ->
                Thread.ofPlatform().daemon().name("devicebatch ticker").start(() -> tick(period, action))::interrupt;
    }

    private static void tick(Duration period, Runnable action) {
        try {
            while (true) {
                Thread.sleep(period);
                run(action);
            }
        } catch (InterruptedException stopped) {
            // ignored: this is how the ticker is stopped
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (OutOfMemoryError lackOfMemory) {
            // ignored: a tick only updates what is shown; the main thread reports a lasting lack of memory
        }
    }
}
