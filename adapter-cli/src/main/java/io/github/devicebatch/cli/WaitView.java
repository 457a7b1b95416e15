package io.github.devicebatch.cli;

import io.github.devicebatch.application.WatchEvent;

/** What a person sees on standard error of a wait, while it lasts. */
sealed interface WaitView permits LiveView, LineView, NoView {

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
}
