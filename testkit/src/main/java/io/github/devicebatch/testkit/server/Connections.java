package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.transport.HttpServer;
import java.time.Duration;

/**
 * The TCP connections of a {@link FakePartnerCenter}. Safe for use by several threads.
 *
 * @see FakePartnerCenter#connections()
 */
public final class Connections {

    private final HttpServer server;

    Connections(HttpServer server) {
        this.server = server;
    }

    /**
     * Counts those accepted so far.
     *
     * @return how many, open and closed
     */
    public int accepted() {
        return server.connections();
    }

    /**
     * Counts those that are open now.
     *
     * @return how many; a client's closing counts once the fake has noticed, which it does at once, also in a stall
     */
    public int open() {
        return Math.toIntExact(server.connected().value());
    }

    /**
     * Waits until clients have left.
     *
     * @param most how many may still be open
     * @param patience how long to wait at most, in real time
     * @return whether so many left
     * @throws InterruptedException if the calling thread is interrupted
     */
    public boolean awaitOpen(int most, Duration patience) throws InterruptedException {
        return server.connected().await(open -> open <= most, patience);
    }

    /**
     * Resets the next ones as soon as they are accepted, before a request is read.
     *
     * @param count how many; zero for none any more
     */
    public void resetNext(int count) {
        server.resetNext(count);
    }

    /** Gives the two numbers. */
    @Override
    public String toString() {
        return open() + " connections open of " + accepted() + " accepted";
    }
}
