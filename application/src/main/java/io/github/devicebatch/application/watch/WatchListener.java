package io.github.devicebatch.application.watch;

/**
 * A listener for the events of a watch. It is called by the watching thread only, one event at a time. No request is sent
 * while it runs, so it should return quickly.
 */
@FunctionalInterface
public interface WatchListener {

    /**
     * Receives an event. An exception ends the watch and is thrown to its caller.
     *
     * @param event the event
     */
    void on(WatchEvent event);
}
