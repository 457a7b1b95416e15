package io.github.devicebatch.cli.terminal;

import java.time.Duration;

/** Lets something happen again and again while time passes. Handed in, so that a test is not at the mercy of a clock. */
@FunctionalInterface
public interface Ticker {

    /** Runs {@code action} once in every {@code period}, on a thread of its own. */
    Ticking every(Duration period, Runnable action);

    /** Ends it. */
    @FunctionalInterface
    interface Ticking {

        void end();
    }

    static Ticker ofThisProcess() {
        return (period, action) ->
                Thread.ofPlatform().daemon().name("devicebatch ticker").start(() -> tick(period, action))::interrupt;
    }

    private static void tick(Duration period, Runnable action) {
        try {
            while (true) {
                Thread.sleep(period);
                action.run();
            }
        } catch (InterruptedException ended) {
            // as wished
        }
    }
}
