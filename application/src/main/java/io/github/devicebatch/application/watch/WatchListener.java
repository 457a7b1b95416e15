package io.github.devicebatch.application.watch;

/**
 * Is told what happens while batches are watched.
 *
 * <p>It is called by the thread that watches and by no other, one event at a time. While it works, nothing else is
 * asked: it had better be quick.
 */
@FunctionalInterface
public interface WatchListener {

    /**
     * Takes note of an event. An exception ends the whole watch and reaches the one who watches.
     *
     * @param event what happened
     */
    void on(WatchEvent event);
}
