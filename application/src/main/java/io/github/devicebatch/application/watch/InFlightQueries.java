package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.handover.AnswerHandover;
import io.github.devicebatch.domain.BatchReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The queries in flight, each on its own virtual thread; with a concurrency of 1, on the calling thread. {@link #close}
 * interrupts these threads and waits for their end. What an answer holds is released when its {@link Result} is closed.
 *
 * <p>Only {@link #tick} and {@link #fail} are thread-safe; all other methods belong to one thread.
 *
 * @param <S> the caller's object that a query is about
 */
final class InFlightQueries<S> implements AutoCloseable {

    private final BatchStatusQuery query;
    private final int concurrency;
    private final BlockingQueue<Arrival<S>> inbox = new LinkedBlockingQueue<>();
    private final Map<Thread, S> subjects = new LinkedHashMap<>();

    InFlightQueries(BatchStatusQuery query, int concurrency) {
        this.query = query;
        this.concurrency = concurrency;
    }

    boolean isEmpty() {
        return subjects.isEmpty();
    }

    boolean hasRoom() {
        return subjects.size() < concurrency;
    }

    /** Returns whether {@link #next} returns at once. */
    boolean hasArrivals() {
        return !inbox.isEmpty();
    }

    /** Starts a query; {@link #hasRoom} must be true. An exception of the query is thrown here or by {@link #next}. */
    void ask(S subject, BatchReference batch) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a query");
        }
        if (concurrency == 1) {
            Arrival<S> answered = answered(batch);
            subjects.put(Thread.currentThread(), subject);
            inbox.add(answered);
        } else {
            Thread thread = Thread.ofVirtual().name("devicebatch query").unstarted(() -> inbox.add(arrivalOf(batch)));
            subjects.put(thread, subject);
            thread.start();
        }
    }

    /**
     * Waits for the next arrival.
     *
     * @return an answer, to be closed when it has been handled; or empty for a tick
     * @throws InterruptedException if this thread or a query was interrupted
     */
    Optional<Result<S>> next() throws InterruptedException {
        return switch (inbox.take()) {
            case Arrival.Answered<S> answered -> {
                S subject = remove(answered.thread());
                ThreadTermination.end(List.of(answered.thread()));
                yield Optional.of(new Result<>(subject, answered.answer(), answered.handover()));
            }
            case Arrival.Interrupted<S> interrupted -> throw new InterruptedException("a query was interrupted");
            case Arrival.Failed<S> failed -> throw unchecked(failed.failure());
            case Arrival.Tick<S> tick -> Optional.empty();
        };
    }

    /** Wakes {@link #next}, which returns empty. */
    void tick() {
        inbox.add(new Arrival.Tick<>());
    }

    /** Makes {@link #next} throw {@code failure}. */
    void fail(Throwable failure) {
        inbox.add(new Arrival.Failed<>(failure));
    }

    /** Interrupts all queries, waits for their end, and hands over the answers that arrived, each to be closed. */
    void recall(Consumer<Result<S>> handler) {
        endQueries();
        for (Arrival<S> arrival = inbox.poll(); arrival != null; arrival = inbox.poll()) {
            switch (arrival) {
                case Arrival.Answered<S> answered ->
                    handler.accept(new Result<>(remove(answered.thread()), answered.answer(), answered.handover()));
                case Arrival.Failed<S> failed -> throw unchecked(failed.failure());
                case Arrival.Interrupted<S> expected -> {
                    // ignored: an interrupted query has no answer
                }
                case Arrival.Tick<S> late -> {
                    // ignored: a tick only wakes next()
                }
            }
        }
    }

    private S remove(Thread answered) {
        return requireNonNull(subjects.remove(answered), "subject");
    }

    /** Interrupts all queries, waits for their end, and returns the subjects without an answer. */
    List<S> abandon() {
        close();
        List<S> abandoned = List.copyOf(subjects.values());
        subjects.clear();
        return abandoned;
    }

    private void endQueries() {
        ThreadTermination.end(subjects.keySet());
    }

    /** Interrupts all queries, waits for the end of their threads, and drops the answers that were not handled. */
    @Override
    public void close() {
        endQueries();
        for (Arrival<S> arrival = inbox.poll(); arrival != null; arrival = inbox.poll()) {
            if (arrival instanceof Arrival.Answered<S> answered) {
                answered.handover().close();
            }
        }
    }

    private Arrival<S> arrivalOf(BatchReference batch) {
        try {
            return answered(batch);
        } catch (InterruptedException interrupted) {
            return new Arrival.Interrupted<>(Thread.currentThread());
        } catch (Throwable failure) { // next() must throw it, whatever it is
            return new Arrival.Failed<>(failure);
        }
    }

    private Arrival<S> answered(BatchReference batch) throws InterruptedException {
        AnswerHandover handover = AnswerHandover.begin();
        boolean answered = false;
        try {
            Arrival<S> arrival = new Arrival.Answered<>(Thread.currentThread(), query(batch), handover);
            answered = true;
            return arrival;
        } finally {
            handover.end();
            if (!answered) {
                handover.close();
            }
        }
    }

    private BatchStatusAnswer query(BatchReference batch) throws InterruptedException {
        return requireNonNull(query.ask(batch), "the query returned null");
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException("a query threw an undeclared exception", failure);
        };
    }

    /**
     * A message of a query thread or of the timer to the thread that waits in {@link #next}.
     *
     * @param <S> the caller's object that a query is about
     */
    sealed interface Arrival<S> {

        record Answered<S>(Thread thread, BatchStatusAnswer answer, AnswerHandover handover) implements Arrival<S> {}

        record Interrupted<S>(Thread thread) implements Arrival<S> {}

        record Failed<S>(Throwable failure) implements Arrival<S> {}

        record Tick<S>() implements Arrival<S> {}
    }

    /** An answer and its subject. Closed when it has been handled, which releases what the answer holds. */
    record Result<S>(S subject, BatchStatusAnswer answer, AnswerHandover handover) implements AutoCloseable {

        @Override
        public void close() {
            handover.close();
        }
    }
}
