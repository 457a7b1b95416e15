package io.github.devicebatch.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A port on 127.0.0.1 where connecting neither succeeds nor fails, so that a client runs into its connect timeout: the port
 * is open, its backlog is full, and no connection is accepted.
 *
 * <p>This works on Linux, which drops a SYN when the backlog is full; other systems may refuse the connection. Safe for use
 * by several threads.
 */
public final class BlackHole implements AutoCloseable {

    /** More connections than the backlog of 1 holds; Linux adds one to it. */
    private static final int BACKLOG_CONNECTIONS = 8;

    private final ServerSocket listener;
    private final List<SocketChannel> connections = new ArrayList<>();

    private BlackHole(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Opens a black hole on any free port. It must be closed.
     *
     * @throws UncheckedIOException if it cannot listen
     */
    public static BlackHole open() {
        try {
            BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            for (int number = 0; number < BACKLOG_CONNECTIONS; number++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(hole.listener.getLocalSocketAddress());
                hole.connections.add(channel);
            }
            return hole;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1", failure);
        }
    }

    /** Returns {@code http://127.0.0.1:} and the port, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /**
     * Closes the port; clients are refused from then on.
     *
     * @throws UncheckedIOException if it cannot be closed
     */
    @Override
    public void close() {
        try (listener) {
            for (SocketChannel channel : connections) {
                channel.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close 127.0.0.1:" + listener.getLocalPort(), failure);
        }
    }

    /** Returns the base URL. */
    @Override
    public String toString() {
        return "BlackHole at " + baseUrl();
    }
}
