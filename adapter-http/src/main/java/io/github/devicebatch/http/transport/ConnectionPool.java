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
import java.util.concurrent.atomic.AtomicInteger;
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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ClientSource source;
    private final Set<Shared> retired = new HashSet<>();
    private final InFlightLimit limit = new InFlightLimit();
    private volatile Shared shared;

    /** The number of exchanges that wait, changed under the lock. */
    private volatile int waiting;

    private boolean closed;

    /**
     * Creates a pool. Nothing is connected yet.
     *
     * @throws UncheckedIOException if the process has no file descriptor left
     */
    public ConnectionPool(ClientSource source) {
        this.source = source;
        this.shared = new Shared(source.client());
    }

    /** A client with the number of its exchanges. */
    private static final class Shared {

        private final HttpClient client;
        private final AtomicInteger inFlight = new AtomicInteger();
        private volatile boolean answered;

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
            release(holder);
        }
    }

    /**
     * Waits until fewer exchanges are in flight than allowed.
     *
     * @param left the longest time to wait
     * @return the permission; empty if there was none in time
     */
    Optional<Lease> lease(Duration left) throws InterruptedException {
        Shared current = shared;
        if (current.client.isTerminated()) {
            // The JDK ends a client after an OutOfMemoryError in its selector.
            replace(current);
        }
        Optional<Shared> free = tryHold();
        return free.isPresent() ? free.map(holder -> new Lease(holder, false)) : await(left);
    }

    /** Counts one more exchange of the shared client, also if that is replaced meanwhile; empty if the limit is reached. */
    private Optional<Shared> tryHold() {
        while (true) {
            Shared holder = shared;
            int others = holder.inFlight.get();
            if (others >= limit.value()) {
                return Optional.empty();
            }
            if (holder.inFlight.compareAndSet(others, others + 1)) {
                if (holder == shared) {
                    return Optional.of(holder);
                }
                release(holder);
            }
        }
    }

    private Optional<Lease> await(Duration left) throws InterruptedException {
        lock.lockInterruptibly();
        waiting++;
        try {
            long nanos = left.toNanos();
            Optional<Shared> free = tryHold();
            while (free.isEmpty() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
                free = tryHold();
            }
            return free.map(holder -> new Lease(holder, true));
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private void release(Shared holder) {
        holder.inFlight.decrementAndGet();
        if (waiting == 0 && holder == shared) {
            return;
        }
        lock.lock();
        try {
            changed.signal();
            if (holder != shared) {
                shutDownIfUnused(holder);
            }
        } finally {
            lock.unlock();
        }
    }

    private void shutDownIfUnused(Shared old) {
        if (old.inFlight.get() == 0) {
            old.client.shutdown();
            retired.remove(old);
        }
    }

    /**
     * Replaces the shared client if {@code lease} is for it, so that later exchanges connect anew. Has no effect on a caller's
     * client, or without a file descriptor for the new one.
     */
    void replace(Lease lease) {
        replace(lease.holder);
    }

    private void replace(Shared old) {
        lock.lock();
        try {
            if (source instanceof ClientSource.Own(var clients) && old == shared && !closed) {
                // In this order: an exchange that counts itself on the old client sees that it is replaced, or is seen
                // here.
                shared = new Shared(clients.create());
                retired.add(old);
                shutDownIfUnused(old);
                limit.reset();
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
        return limit.lower(lease.holder.inFlight.get() - 1);
    }

    /** Records an exchange with a whole response. */
    void answered(Lease lease) {
        if (!lease.holder.answered) {
            lease.holder.answered = true;
        }
        if (limit.answered(waiting > 0)) {
            signal();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signal();
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
            holder.inFlight.incrementAndGet();
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
        return source.proxyAuthorization();
    }

    /** Returns {@code exchange} with the caller's context of the current thread. */
    Runnable inContext(Runnable exchange) {
        return source.inContext(exchange);
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
