package io.github.devicebatch.http.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A name resolver that blocks uninterruptibly for one name until {@link #endLookups}. Other names are
 * resolved by the JDK.
 */
public final class BlockingNameResolver extends InetAddressResolverProvider {

    public static final String NAME = "unanswered.example";

    private static volatile CountDownLatch ended = new CountDownLatch(1);

    /** Blocks later lookups of {@link #NAME}. */
    public static void blockLookups() {
        ended = new CountDownLatch(1);
    }

    /** Ends all lookups of {@link #NAME} with {@link UnknownHostException}. */
    public static void endLookups() {
        ended.countDown();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver systemResolver = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String name, LookupPolicy policy) throws UnknownHostException {
                if (name.equals(NAME)) {
                    awaitEnd();
                    throw new UnknownHostException(name);
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
        return "with one name unanswered";
    }
}
