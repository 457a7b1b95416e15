package io.github.devicebatch.http.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A name resolver that blocks uninterruptibly for the names it has created, until {@link #endLookups}. Other names are resolved
 * by the JDK. Each name is new, because the JDK caches results.
 */
public final class BlockingNameResolver extends InetAddressResolverProvider {

    private static final String UNKNOWN = ".unknown.example";
    private static final String LOOPBACK = ".loopback.example";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static volatile CountDownLatch ended = new CountDownLatch(1);
    private static final BlockingQueue<Thread> LOOKING_UP = new LinkedBlockingQueue<>();

    /** Returns a name whose lookup ends with {@link UnknownHostException}. */
    public static String unknownName() {
        return "host-" + NUMBER.incrementAndGet() + UNKNOWN;
    }

    /** Returns a name whose lookup ends with 127.0.0.1. */
    public static String loopbackName() {
        return "host-" + NUMBER.incrementAndGet() + LOOPBACK;
    }

    /** Blocks later lookups of such names. */
    public static void blockLookups() {
        ended = new CountDownLatch(1);
        LOOKING_UP.clear();
    }

    /** Waits until a lookup is blocked, and returns its thread. */
    public static Thread awaitLookup() throws InterruptedException {
        return LOOKING_UP.take();
    }

    /** Ends all lookups of such names. */
    public static void endLookups() {
        ended.countDown();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver systemResolver = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String name, LookupPolicy policy) throws UnknownHostException {
                if (name.endsWith(UNKNOWN)) {
                    awaitEnd();
                    throw new UnknownHostException(name);
                }
                if (name.endsWith(LOOPBACK)) {
                    awaitEnd();
                    return Stream.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1}));
                }
                return systemResolver.lookupByName(name, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return systemResolver.lookupByAddress(address);
            }
        };
    }

    private static void awaitEnd() {
        LOOKING_UP.add(Thread.currentThread());
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "with unanswered names";
    }
}
