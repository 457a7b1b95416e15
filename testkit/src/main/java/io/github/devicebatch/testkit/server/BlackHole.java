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
 * An address on 127.0.0.1 where connecting neither succeeds nor fails: it listens, its queue of connections is full, and
 * it accepts none. A client is left to its own connect timeout.
 *
 * <p>This relies on Linux, which drops what does not fit into the queue; other systems may refuse it instead. Safe for use
 * by several threads.
 */
public final class BlackHole implements AutoCloseable {

    /** Linux queues one more than it is told; the rest waits in line, so that there is no gap. */
    private static final int FILLING = 8;

    private final ServerSocket listener;
    private final List<SocketChannel> filling = new ArrayList<>();

    private BlackHole(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Opens one on any free port.
     *
     * @return the black hole; close it
     * @throws UncheckedIOException if it cannot listen
     */
    public static BlackHole open() {
        try {
            BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            for (int number = 0; number < FILLING; number++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(hole.listener.getLocalSocketAddress());
                hole.filling.add(channel);
            }
            return hole;
        } catch (IOException notFree) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1", notFree);
        }
    }

    /**
     * Tells where it is.
     *
     * @return {@code http://127.0.0.1:} and the port, without a slash at the end
     */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /**
     * Lets go of the port: from now on connecting is refused.
     *
     * @throws UncheckedIOException if it cannot be closed
     */
    @Override
    public void close() {
        try (listener) {
            for (SocketChannel channel : filling) {
                channel.close();
            }
        } catch (IOException unclosed) {
            throw new UncheckedIOException("cannot close 127.0.0.1:" + listener.getLocalPort(), unclosed);
        }
    }

    /** Gives the address. */
    @Override
    public String toString() {
        return "BlackHole at " + baseUrl();
    }
}
