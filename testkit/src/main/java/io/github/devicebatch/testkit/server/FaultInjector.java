package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.scenario.Scenario.FaultRate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The choice of the requests that receive a fault. It depends only on the seed and the number of the request, so that it is
 * the same in every run. Thread-safe.
 */
final class FaultInjector {

    /** An odd multiplier, so that the seeds of successive requests differ in many bits. */
    private static final long MULTIPLIER = 0xD134_2543_DE82_EF95L;

    private final FaultRate rate;
    private final AtomicLong requests = new AtomicLong();

    FaultInjector(FaultRate rate) {
        this.rate = rate;
    }

    /** Returns the fault for the next request, or empty if it receives none. */
    Optional<Reply> next() {
        if (rate.share() == 0) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(rate.seed() ^ requests.incrementAndGet() * MULTIPLIER);
        boolean isFaulted = random.nextDouble() < rate.share();
        return isFaulted
                ? Optional.of(rate.replies().get(random.nextInt(rate.replies().size())))
                : Optional.empty();
    }
}
