package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Decides which questions run into which fault: a share of them, the same ones for the same seed. Thread-safe. */
public final class FaultInjector {

    static final FaultInjector NONE = new FaultInjector(0, 0, List.of());

    private static final long SPREAD = 0xD134_2543_DE82_EF95L;

    private final double share;
    private final long seed;
    private final List<Reply> kinds;
    private final AtomicLong questions = new AtomicLong();

    public FaultInjector(double share, long seed, List<Reply> kinds) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("not a share between 0 and 1: " + share);
        }
        if (kinds.isEmpty() && share > 0) {
            throw new IllegalArgumentException("no kind of fault is given");
        }
        this.share = share;
        this.seed = seed;
        this.kinds = List.copyOf(kinds);
    }

    /** Gives the fault for the next question, if it is to have one. */
    Optional<Reply> next() {
        if (share == 0) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(seed ^ questions.incrementAndGet() * SPREAD);
        boolean struck = random.nextDouble() < share;
        return struck ? Optional.of(kinds.get(random.nextInt(kinds.size()))) : Optional.empty();
    }
}
