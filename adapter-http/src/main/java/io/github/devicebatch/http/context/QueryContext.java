package io.github.devicebatch.http.context;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Ids and deadline of one query, the same for all its attempts. Immutable.
 *
 * <p>The port takes nothing but the batch, so the context is bound to the thread that asks (ADR 0015). A scoped value would
 * fit better, but is not final in Java 21.
 *
 * @param requestId the value of {@code MS-RequestId}
 * @param correlationId the value of {@code MS-CorrelationId}, which groups queries for vendor support
 * @param started when the query began
 * @param timeout how long after that it ends, with an answer or without
 * @param time the clock of the query
 */
public record QueryContext(UUID requestId, UUID correlationId, Instant started, Duration timeout, InstantSource time) {

    private static final ThreadLocal<QueryContext> CURRENT = new ThreadLocal<>();

    /** Returns the context of the query that runs on the current thread. */
    public static Optional<QueryContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Binds this context to the current thread. Returns the enclosing one, to be passed to {@link #end}. */
    public Optional<QueryContext> begin() {
        Optional<QueryContext> outer = current();
        CURRENT.set(this);
        return outer;
    }

    /** Unbinds this context and binds {@code outer} again. Keeps the thread's entry, because creating it anew costs more. */
    public void end(Optional<QueryContext> outer) {
        CURRENT.set(outer.orElse(null));
    }

    /** Returns {@code timeout}, or the time left of the query on the current thread if that is less. */
    public static Duration limit(Duration timeout) {
        return current()
                .map(context -> context.timeLeft(context.time.instant()))
                .filter(left -> left.compareTo(timeout) < 0)
                .orElse(timeout);
    }

    /** Returns the time from {@code now} to the deadline; zero after it. */
    public Duration timeLeft(Instant now) {
        return notNegative(timeout.minus(Duration.between(started, now)));
    }

    /** Returns the time from the start to {@code now}; zero if the clock was set back. */
    public Duration elapsed(Instant now) {
        return notNegative(Duration.between(started, now));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Factory of contexts with new ids. Thread-safe if its parts are. */
    public record Factory(InstantSource time, Supplier<UUID> correlationIds, Duration timeout) {

        /** Creates the context of a query that starts now. */
        public QueryContext create() {
            return new QueryContext(randomId(), correlationIds.get(), time.instant(), timeout, time);
        }

        /** Creates a UUID of version 4. It must be unique but is no secret, so a fast random generator is enough. */
        public static UUID randomId() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return new UUID(
                    random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L,
                    random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
        }
    }
}
