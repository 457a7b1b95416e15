package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.watch.WatchEvent;

/** Progress of a wait on standard error, until the wait ends. */
sealed interface ProgressView permits LiveProgress, LineProgress, ProgressView.Silent {

    /** Maximum number of batches that are shown one by one. */
    int FEW = 5;

    /** Begins the view with the number of batches and the deadline. */
    void begin(String plan);

    /** Shows an event, which the {@link WaitState} already contains. */
    void on(WatchEvent event);

    /** Updates the view after an attempt, or because time has passed. */
    void tick();

    void close();

    /** View that shows nothing, for {@code --quiet}. */
    record Silent() implements ProgressView {

        @Override
        public void begin(String plan) {
            // no output
        }

        @Override
        public void on(WatchEvent event) {
            // no output
        }

        @Override
        public void tick() {
            // no output
        }

        @Override
        public void close() {
            // no output
        }
    }
}
