package io.github.devicebatch.http.context;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * One question with all its attempts: what stays the same while decorators ask again and again.
 *
 * <p>The port takes nothing but the batch, so a question belongs to the thread that asks it. A scoped value would say that
 * better, but is not final in Java 21.
 *
 * @param requestId {@code MS-RequestId}: the same for every attempt
 * @param correlationId {@code MS-CorrelationId}: groups questions for vendor support
 * @param asked when the question began
 * @param timeout how long after that it ends, with an answer or without
 * @param time by which that is measured
 */
public record QueryContext(UUID requestId, UUID correlationId, Instant asked, Duration timeout, InstantSource time) {

    private static final ThreadLocal<QueryContext> CURRENT = new ThreadLocal<>();

    /** The question that this thread is asking. */
    public static Optional<QueryContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Begins: until its {@link #end}, this is the thread's question. Gives the one around it, if there is any. */
    public Optional<QueryContext> begin() {
        Optional<QueryContext> outer = current();
        CURRENT.set(this);
        return outer;
    }

    /** Ends, and gives the thread back to the question around this one. An empty place costs the thread's next one less. */
    public void end(Optional<QueryContext> outer) {
        CURRENT.set(outer.orElse(null));
    }

    /** How much of {@code most} a step may take; less if this thread's question, if it asks one, ends before. */
    public static Duration timeLeftOf(Duration most) {
        return current()
                .map(question -> question.timeLeft(question.time.instant()))
                .filter(left -> left.compareTo(most) < 0)
                .orElse(most);
    }

    public Duration timeLeft(Instant now) {
        Duration left = timeout.minus(Duration.between(asked, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public Duration elapsed(Instant now) {
        Duration elapsed = Duration.between(asked, now);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** Makes questions: new ids, and a deadline for each. */
    public record Factory(InstantSource time, Supplier<UUID> correlationIds, Duration timeout) {

        public QueryContext next() {
            return new QueryContext(randomId(), correlationIds.get(), time.instant(), timeout, time);
        }

        /** Makes an id of version 4. It has to differ from others, not to be a secret, so it need not cost what secrets cost. */
        public static UUID randomId() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return new UUID(
                    random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L,
                    random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
        }
    }
}
