package io.github.devicebatch.testkit.transport;

import io.github.devicebatch.testkit.server.ServiceHeaders;
import io.github.devicebatch.testkit.tls.SocketLayer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens on 127.0.0.1 and gives every connection a virtual thread. Raw sockets, because a fake that is to break off, stall
 * or lie about lengths needs the bytes in hand. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    private static final int MOST_CONNECTIONS = 4_096;

    private final ServerSocket listener;
    private final SocketLayer layer;
    private final Responder responder;
    private final ServiceHeaders service;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore vacancies = new Semaphore(MOST_CONNECTIONS);
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final AwaitableCounter connected = new AwaitableCounter();

    private HttpServer(ServerSocket listener, SocketLayer layer, Responder responder, ServiceHeaders service) {
        this.listener = listener;
        this.layer = layer;
        this.responder = responder;
        this.service = service;
        this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name("fake-partner-center-" + listener.getLocalPort() + "-", 0)
                .factory());
    }

    /** Listens on {@code port}, 0 for any free one. */
    public static HttpServer start(int port, SocketLayer layer, Responder responder, ServiceHeaders service) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            ServerSocket listener = new ServerSocket(port, BACKLOG, loopback);
            HttpServer server = new HttpServer(listener, layer, responder, service);
            server.threads.execute(server::acceptAll);
            return server;
        } catch (IOException notFree) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, notFree);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int connections() {
        return accepted.get();
    }

    /** Gives the number of connections that are open now. */
    public AwaitableCounter connected() {
        return connected;
    }

    /** Resets the next {@code count} connections as soon as they are accepted. */
    public void resetNext(int count) {
        resets.set(count);
    }

    /** Ends every connection and waits for the threads; does nothing the second time. */
    @Override
    public void close() {
        quietly(listener);
        threads.shutdown();
        open.forEach(HttpServer::quietly);
        threads.close();
    }

    private void acceptAll() {
        try (listener) {
            while (true) {
                vacancies.acquire();
                welcome(listener.accept());
            }
        } catch (IOException | InterruptedException closed) {
            // this is how the server ends
        }
    }

    private void welcome(Socket socket) {
        int number = accepted.incrementAndGet();
        open.add(socket);
        connected.add(1);
        if (resets.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            reset(socket);
            forget(socket);
            return;
        }
        HttpConnection connection = new HttpConnection(number, socket, layer, responder, service);
        try {
            threads.execute(() -> {
                try {
                    connection.run();
                } finally {
                    forget(socket);
                }
            });
        } catch (RejectedExecutionException closing) {
            quietly(socket);
            forget(socket);
        }
    }

    private void forget(Socket socket) {
        open.remove(socket);
        connected.add(-1);
        vacancies.release();
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyGone) {
            // it was not there for long in any case
        }
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // closed is closed
        }
    }
}
