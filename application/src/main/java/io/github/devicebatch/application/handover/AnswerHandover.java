package io.github.devicebatch.application.handover;

import java.util.Optional;

/**
 * Handover of an answer from a query to its consumer. What the answer holds, such as memory that is reserved for it, is released
 * when the consumer has handled the answer, not when the query returns.
 *
 * <p>The port returns nothing but the answer, so a handover is bound to the thread that asks (ADR 0015). Thread-safe.
 */
public final class AnswerHandover implements AutoCloseable {

    private static final ThreadLocal<AnswerHandover> CURRENT = new ThreadLocal<>();

    private final Optional<AnswerHandover> outer;
    private Optional<Runnable> release = Optional.empty();
    private boolean closed;

    private AnswerHandover(Optional<AnswerHandover> outer) {
        this.outer = outer;
    }

    /** Begins a handover and binds it to the current thread, until {@link #end}. */
    public static AnswerHandover begin() {
        AnswerHandover begun = new AnswerHandover(Optional.ofNullable(CURRENT.get()));
        CURRENT.set(begun);
        return begun;
    }

    /** Unbinds the handover from the current thread, on which it was begun. */
    public void end() {
        CURRENT.set(outer.orElse(null));
    }

    /**
     * Runs {@code release} when the answer of the query on the current thread has been handled.
     *
     * @return whether that will happen; false if no consumer has begun a handover, so that the caller releases at once
     */
    public static boolean keep(Runnable release) {
        AnswerHandover current = CURRENT.get();
        return current != null && current.add(release);
    }

    private synchronized boolean add(Runnable added) {
        if (!closed) {
            release = release.map(before -> inOrder(before, added)).or(() -> Optional.of(added));
        }
        return !closed;
    }

    private static Runnable inOrder(Runnable before, Runnable after) {
        return () -> {
            before.run();
            after.run();
        };
    }

    /** Releases what the answer holds. Closing again has no effect. */
    @Override
    public void close() {
        drained().ifPresent(Runnable::run);
    }

    private synchronized Optional<Runnable> drained() {
        closed = true;
        Optional<Runnable> drained = release;
        release = Optional.empty();
        return drained;
    }
}
