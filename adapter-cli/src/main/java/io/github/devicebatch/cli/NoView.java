package io.github.devicebatch.cli;

import io.github.devicebatch.application.WatchEvent;

/** Shows nothing: for {@code --quiet}. */
record NoView() implements WaitView {

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
