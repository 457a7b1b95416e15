package io.github.devicebatch.http.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP forwarder on a free port of 127.0.0.1, which on command lets the connections fail that exist then. Later connections
 * are forwarded. Thread-safe.
 */
public final class SilentForwarder implements AutoCloseable {

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    private SilentForwarder(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    /**
     * Starts a forwarder.
     *
     * @param target where it forwards to
     * @return the running forwarder
     */
    public static SilentForwarder to(InetSocketAddress target) {
        try {
            ServerSocket listener = new ServerSocket(0, 1_024, InetAddress.getByName("127.0.0.1"));
            SilentForwarder forwarder = new SilentForwarder(listener, target);
            Thread.ofVirtual().start(forwarder::accept);
            return forwarder;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** What happens to bytes that arrive. */
    private enum Mode {
        FORWARD,
        DISCARD,
        CLOSE
    }

    /** Forwards nothing more on the present connections, and says nothing about it: no FIN and no RST. */
    public void silenceConnections() {
        open.forEach(connection -> connection.mode = Mode.DISCARD);
    }

    /** Ends the present connections (FIN to both ends). */
    public void closeConnections() {
        open.forEach(Connection::close);
    }

    /**
     * Ends each present connection when the next bytes of the client arrive on it, without forwarding them: as a server that
     * ended an idle connection while the request was on its way.
     */
    public void closeConnectionsAtNextRequest() {
        open.forEach(connection -> connection.mode = Mode.CLOSE);
    }

    /** Returns how many connections were accepted until now. */
    public int accepted() {
        return accepted.get();
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Connection connection = new Connection(client, new Socket(target.getAddress(), target.getPort()));
            open.add(connection);
            Thread.ofVirtual().start(() -> connection.pump(connection.server, client, false));
            connection.pump(client, connection.server, true);
        } catch (IOException refused) {
            close(client);
        }
    }

    private final class Connection {

        private final Socket client;
        private final Socket server;
        private volatile Mode mode = Mode.FORWARD;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** Passes bytes on until one end closes; the end of a silenced connection is not passed on. */
        void pump(Socket from, Socket to, boolean fromClient) {
            byte[] buffer = new byte[16_384];
            try {
                InputStream input = from.getInputStream();
                OutputStream output = to.getOutputStream();
                for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                    if (mode == Mode.CLOSE && fromClient) {
                        break;
                    }
                    if (mode != Mode.DISCARD) {
                        output.write(buffer, 0, length);
                    }
                }
            } catch (IOException broken) {
                // ignored: the connection is over either way
            }
            if (mode != Mode.DISCARD) {
                close();
            }
        }

        void close() {
            open.remove(this);
            SilentForwarder.close(client);
            SilentForwarder.close(server);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException unclosable) {
            // ignored: nothing more is sent on it
        }
    }

    /** Accepts no more connections and ends those that exist. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
        open.forEach(Connection::close);
    }

    @Override
    public String toString() {
        return "forwarder from port " + port() + " to " + target;
    }
}
