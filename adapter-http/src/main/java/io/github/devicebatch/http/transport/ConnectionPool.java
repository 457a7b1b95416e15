package io.github.devicebatch.http.transport;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pool of connections: a shared HTTP client, which can be replaced, and a limit on the exchanges in flight (ADR 0020).
 * Thread-safe.
 *
 * <p>The JDK's client has no way to close a connection that died in silence, so the client itself is replaced. Exchanges that
 * run on the old one end there. A caller's own client is never replaced.
 */
public final class ConnectionPool implements AutoCloseable {

    /** Streams that an HTTP/2 server should allow at least (RFC 9113, 6.5.2). */
    static final int MAX_IN_FLIGHT = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ClientSource source;
    private final Set<Shared> retired = new HashSet<>();
    private volatile Shared shared;
    private int limit = MAX_IN_FLIGHT;
    private int answers;
    private boolean closed;

    /**
     * Creates a pool. Nothing is connected yet.
     *
     * @throws UncheckedIOException if the process has no file descriptor left
     */
    public ConnectionPool(ClientSource source) {
        this.source = source;
        this.shared = new Shared(
                switch (source) {
                    case ClientSource.Own(var clients) -> clients.create();
                    case ClientSource.Callers(var client, var context) -> client;
                });
    }

    /** A client with the number of its exchanges. */
    private static final class Shared {

        private final HttpClient client;
        private int inFlight;
        private boolean answered;

        Shared(HttpClient client) {
            this.client = client;
        }
    }

    /** Permission for one exchange. Closed when the exchange has ended. */
    final class Lease implements AutoCloseable {

        private final Shared holder;
        private final boolean waited;

        private Lease(Shared holder, boolean waited) {
            this.holder = holder;
            this.waited = waited;
        }

        /** Checks whether other exchanges had to end first. */
        boolean waited() {
            return waited;
        }

        HttpClient client() {
            return holder.client;
        }

        @Override
        public void close() {
            release(this);
        }
    }

    /**
     * Waits until fewer exchanges are in flight than allowed.
     *
     * @param left the longest time to wait
     * @return the permission; empty if there was none in time
     */
    Optional<Lease> lease(Duration left) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            replaceTerminated();
            long nanos = left.toNanos();
            boolean waited = false;
            while (shared.inFlight >= limit) {
                waited = true;
                if (nanos <= 0) {
                    return Optional.empty();
                }
                nanos = changed.awaitNanos(nanos);
            }
            shared.inFlight++;
            return Optional.of(new Lease(shared, waited));
        } finally {
            lock.unlock();
        }
    }

    /** Replaces a client that the JDK ended, as it does after an {@code OutOfMemoryError} in its selector. */
    private void replaceTerminated() {
        if (source instanceof ClientSource.Own(var clients) && !closed && shared.client.isTerminated()) {
            try {
                shared = new Shared(clients.create());
            } catch (UncheckedIOException noDescriptor) {
                // ignored: the exchange fails on the old client
            }
        }
    }

    private void release(Lease lease) {
        lock.lock();
        try {
            lease.holder.inFlight--;
            changed.signal();
            if (lease.holder != shared) {
                shutDownIfUnused(lease.holder);
            }
        } finally {
            lock.unlock();
        }
    }

    private void shutDownIfUnused(Shared old) {
        if (old.inFlight == 0) {
            old.client.shutdown();
            retired.remove(old);
        }
    }

    /**
     * Replaces the shared client if {@code lease} is for it, so that later exchanges connect anew. Has no effect on a caller's
     * client, or without a file descriptor for the new one.
     */
    void replace(Lease lease) {
        lock.lock();
        try {
            if (source instanceof ClientSource.Own(var clients) && lease.holder == shared && !closed) {
                Shared fresh = new Shared(clients.create());
                retired.add(shared);
                shutDownIfUnused(shared);
                shared = fresh;
                limit = MAX_IN_FLIGHT;
                changed.signalAll();
            }
        } catch (UncheckedIOException noDescriptor) {
            // ignored: the old client stays
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lowers the limit to the number of exchanges in flight without {@code lease}, which the server refused.
     *
     * @return whether the limit is lower now; false if {@code lease} was the only one
     */
    boolean lower(Lease lease) {
        lock.lock();
        try {
            int others = lease.holder.inFlight - 1;
            if (others < 1) {
                return false;
            }
            limit = Math.min(limit, others);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Records an exchange with a whole response. After many of them the limit rises again. */
    void answered(Lease lease) {
        lock.lock();
        try {
            lease.holder.answered = true;
            answers = (answers + 1) % MAX_IN_FLIGHT;
            if (answers == 0 && limit < MAX_IN_FLIGHT) {
                limit++;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Checks whether an exchange whose connection ended may be sent once more.
     *
     * @param unprocessed whether the server has said that it did not process the request. Otherwise the client needs an earlier
     *     response: without one, the connection that ended was not an idle one
     */
    boolean canRepeat(Lease used, boolean unprocessed) {
        lock.lock();
        try {
            return !closed && (unprocessed || used.holder.answered);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the permission for one exchange more, at once and on a connection that no exchange has used, as far as that is
     * possible: on a client of its own, or else on the caller's. {@code used} stays to be closed.
     *
     * @return the permission; empty if the pool is closed or the process has no file descriptor left
     */
    Optional<Lease> again(Lease used) {
        lock.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            Shared holder = switch (source) {
                case ClientSource.Own(var clients) -> new Shared(clients.create());
                case ClientSource.Callers callers -> used.holder;
            };
            holder.inFlight++;
            if (holder != shared) {
                retired.add(holder);
            }
            return Optional.of(new Lease(holder, false));
        } catch (UncheckedIOException noDescriptor) {
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the proxy through which the clients reach {@code target}, if there is one. */
    Optional<InetSocketAddress> proxyFor(URI target) {
        ProxySelector selector = shared.client.proxy().orElseGet(ProxySelector::getDefault);
        if (selector != null) {
            for (Proxy proxy : selector.select(target)) {
                if (proxy.type() == Proxy.Type.HTTP) {
                    return Optional.of((InetSocketAddress) proxy.address());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the value of {@code Proxy-Authorization} for tunnels, if there is a login of ours. It is a secret. */
    Optional<String> proxyAuthorization() {
        return switch (source) {
            case ClientSource.Own(var clients) -> clients.proxyAuthorization();
            case ClientSource.Callers callers -> Optional.empty();
        };
    }

    /** Returns {@code exchange} with the caller's context of the current thread. */
    Runnable inContext(Runnable exchange) {
        return source instanceof ClientSource.Callers callers
                ? callers.context().apply(exchange)
                : exchange;
    }

    /** Ends all exchanges and their connections, unless the client is the caller's. Closing again has no effect. */
    @Override
    public void close() {
        if (source instanceof ClientSource.Callers) {
            return;
        }
        lock.lock();
        try {
            closed = true;
            shared.client.shutdownNow();
            retired.forEach(old -> old.client.shutdownNow());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "ConnectionPool";
    }
}
