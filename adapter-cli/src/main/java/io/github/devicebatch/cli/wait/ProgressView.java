package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.watch.WatchEvent;

/** What a person sees on standard error of a wait, while it lasts. */
sealed interface ProgressView permits LiveProgress, LineProgress, ProgressView.Silent {

    /** The most batches of which each is shown by itself. */
    int FEW = 5;

    /** The wait begins: how many batches, until when. */
    void begin(String plan);

    /** Something happened; the board knows. */
    void happened(WatchEvent event);

    /** Time passed, or the service answered or did not. */
    void tick();

    /** There is nothing more to see. */
    void close();

    /** Shows nothing: for {@code --quiet}. */
    record Silent() implements ProgressView {

        @Override
        public void begin(String plan) {
            // nobody wants to know
        }

        @Override
        public void happened(WatchEvent event) {
            // likewise
        }

        @Override
        public void tick() {
            // likewise
        }

        @Override
        public void close() {
            // likewise
        }
    }
}
