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

    /** Returns the number of connections accepted so far, open and closed. */
    public int accepted() {
        return server.acceptedConnections();
    }

    /** Returns the number of open connections. The fake detects at once that a client closes one, also during a stall. */
    public int open() {
        return Math.toIntExact(server.openConnections().value());
    }

    /**
     * Waits until clients have closed connections.
     *
     * @param max the maximum number of connections that may stay open
     * @param timeout the maximum time to wait, in real time
     * @return whether at most {@code max} connections are open
     * @throws InterruptedException if the calling thread is interrupted
     */
    public boolean awaitOpen(int max, Duration timeout) throws InterruptedException {
        return server.openConnections().await(open -> open <= max, timeout);
    }

    /**
     * Makes the fake reset the next connections when it accepts them, before it reads a request.
     *
     * @param count the number of connections; it replaces that of an earlier call
     */
    public void resetNext(int count) {
        server.resetNext(count);
    }

    /** Returns both numbers. */
    @Override
    public String toString() {
        return open() + " connections open of " + accepted() + " accepted";
    }
}
