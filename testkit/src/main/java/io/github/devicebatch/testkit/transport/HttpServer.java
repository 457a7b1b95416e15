package io.github.devicebatch.testkit.transport;

import io.github.devicebatch.testkit.http.Header;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.tls.SocketLayer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An HTTP/1.1 server on 127.0.0.1 with a virtual thread for each connection, and at most 4,096 of them: one more closes the one that
 * has been idle for longest. It uses raw sockets, because faults such as truncation, stalls and wrong lengths need control over every
 * byte. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    private static final int MAX_CONNECTIONS = 4_096;

    private final ServerSocket listener;
    private final SocketLayer layer;
    private final Function<Request, Reply> handler;
    private final Supplier<List<Header>> defaultHeaders;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ConnectionSlots slots;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final AwaitableCounter openConnections = new AwaitableCounter();

    private HttpServer(
            ServerSocket listener,
            SocketLayer layer,
            Function<Request, Reply> handler,
            Supplier<List<Header>> defaultHeaders,
            int maxConnections) {
        this.listener = listener;
        this.layer = layer;
        this.handler = handler;
        this.defaultHeaders = defaultHeaders;
        this.slots = new ConnectionSlots(maxConnections);
        this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name("fake-partner-center-" + listener.getLocalPort() + "-", 0)
                .factory());
    }

    /**
     * Starts a server.
     *
     * @param port the port; 0 for any free port
     * @param layer the layer between TCP and HTTP
     * @param handler the function from a request to its reply; called on the thread of the connection
     * @param defaultHeaders the headers of each response, called once a response
     * @throws UncheckedIOException if the port is taken
     */
    public static HttpServer start(
            int port, SocketLayer layer, Function<Request, Reply> handler, Supplier<List<Header>> defaultHeaders) {
        return start(port, layer, handler, defaultHeaders, MAX_CONNECTIONS);
    }

    /** Starts a server that has at most {@code maxConnections} at once. */
    static HttpServer start(
            int port,
            SocketLayer layer,
            Function<Request, Reply> handler,
            Supplier<List<Header>> defaultHeaders,
            int maxConnections) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            ServerSocket listener = new ServerSocket(port, BACKLOG, loopback);
            HttpServer server = new HttpServer(listener, layer, handler, defaultHeaders, maxConnections);
            server.threads.execute(server::acceptAll);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, failure);
        }
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns the number of connections accepted so far. */
    public int acceptedConnections() {
        return accepted.get();
    }

    /** Returns the counter of connections that are open. */
    public AwaitableCounter openConnections() {
        return openConnections;
    }

    /** Makes the server reset the next {@code count} connections when it accepts them. */
    public void resetNext(int count) {
        resets.set(count);
    }

    /** Closes every connection and waits for the threads. Has no effect on a closed server. */
    @Override
    public void close() {
        closeQuietly(listener);
        threads.shutdown();
        open.forEach(HttpServer::closeQuietly);
        threads.close();
    }

    private void acceptAll() {
        try (listener) {
            while (true) {
                Socket socket = listener.accept();
                slots.acquire();
                accept(socket);
            }
        } catch (IOException | InterruptedException closed) {
            // close() ends the loop in this way.
        }
    }

    private void accept(Socket socket) {
        int number = accepted.incrementAndGet();
        open.add(socket);
        openConnections.add(1);
        if (resets.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            reset(socket);
            release(socket);
            return;
        }
        HttpConnection connection = new HttpConnection(number, socket, layer, handler, defaultHeaders, slots);
        try {
            threads.execute(() -> {
                try {
                    connection.run();
                } finally {
                    release(socket);
                }
            });
        } catch (RejectedExecutionException closed) {
            closeQuietly(socket);
            release(socket);
        }
    }

    private void release(Socket socket) {
        open.remove(socket);
        openConnections.add(-1);
        slots.release(socket);
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException disconnected) {
            // The client was faster: there is nothing left to reset.
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // The socket is closed all the same.
        }
    }
}
