package io.github.devicebatch.http.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Resolves names as ever, but leaves one unanswered until it is told to give up; its caller can't be interrupted. */
public final class BlockingNameResolver extends InetAddressResolverProvider {

    public static final String NAME = "unanswered.example";

    private static volatile CountDownLatch givenUp = new CountDownLatch(1);

    /** Leaves {@link #NAME} unanswered from now on. */
    public static void begin() {
        givenUp = new CountDownLatch(1);
    }

    /** Says to all who wait that there is no such name. */
    public static void giveUp() {
        givenUp.countDown();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver others = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String name, LookupPolicy policy) throws UnknownHostException {
                if (name.equals(NAME)) {
                    awaitGivingUp();
                    throw new UnknownHostException(name);
                }
                return others.lookupByName(name, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return others.lookupByAddress(address);
            }
        };
    }

    private static void awaitGivingUp() {
        boolean interrupted = false;
        while (true) {
            try {
                givenUp.await();
                break;
            } catch (InterruptedException deaf) {
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
