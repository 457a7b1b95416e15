package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Questions that are under way, each on a virtual thread of its own; with a concurrency of 1, on the thread that asks.
 * Closing it ends those threads and waits until they are gone.
 *
 * <p>All methods but {@link #tick} and {@link #fail} belong to one thread.
 *
 * @param <S> what is asked about, in the words of the one who asks
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

    /** Asks a question; there must be room. An exception of the query comes from here or from {@link #next}. */
    void ask(S subject, BatchReference batch) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a question");
        }
        if (concurrency == 1) {
            BatchStatusAnswer answer = answerAbout(batch);
            subjects.put(Thread.currentThread(), subject);
            inbox.add(new Arrival.Answered<>(Thread.currentThread(), answer));
        } else {
            Thread asking =
                    Thread.ofVirtual().name("devicebatch question").unstarted(() -> inbox.add(arrivalAbout(batch)));
            subjects.put(asking, subject);
            asking.start();
        }
    }

    /**
     * Waits for what arrives next.
     *
     * @return an answer, or empty for a tick
     * @throws InterruptedException if this thread was interrupted, or one that asked
     */
    Optional<Result<S>> next() throws InterruptedException {
        return switch (inbox.take()) {
            case Arrival.Answered<S> answered -> {
                S subject = subjects.remove(answered.asking());
                ThreadTermination.end(List.of(answered.asking()));
                yield Optional.of(new Result<>(subject, answered.answer()));
            }
            case Arrival.Interrupted<S> interrupted -> throw new InterruptedException("a question was interrupted");
            case Arrival.Failed<S> failed -> throw unchecked(failed.failure());
            case Arrival.Tick<S> tick -> Optional.empty();
        };
    }

    /** Lets {@link #next} return. */
    void tick() {
        inbox.add(new Arrival.Tick<>());
    }

    /** Lets {@link #next} throw. */
    void fail(Throwable failure) {
        inbox.add(new Arrival.Failed<>(failure));
    }

    /** Interrupts what is under way, waits for its end, and gives the answers that came all the same. */
    List<Result<S>> recall() {
        close();
        List<Result<S>> answers = new ArrayList<>();
        for (Arrival<S> arrival = inbox.poll(); arrival != null; arrival = inbox.poll()) {
            switch (arrival) {
                case Arrival.Answered<S> answered ->
                    answers.add(new Result<>(subjects.remove(answered.asking()), answered.answer()));
                case Arrival.Failed<S> failed -> throw unchecked(failed.failure());
                case Arrival.Interrupted<S> asWished -> {
                    // it has no answer
                }
                case Arrival.Tick<S> late -> {
                    // nothing to wake
                }
            }
        }
        return answers;
    }

    /** Interrupts what is under way, waits for its end, and gives what has not been answered. */
    List<S> abandon() {
        close();
        List<S> abandoned = List.copyOf(subjects.values());
        subjects.clear();
        inbox.clear();
        return abandoned;
    }

    /** Interrupts what is under way and waits until its threads are gone. */
    @Override
    public void close() {
        ThreadTermination.end(subjects.keySet());
    }

    private Arrival<S> arrivalAbout(BatchReference batch) {
        try {
            return new Arrival.Answered<>(Thread.currentThread(), answerAbout(batch));
        } catch (InterruptedException interrupted) {
            return new Arrival.Interrupted<>(Thread.currentThread());
        } catch (Throwable failure) { // whatever it is, the one who waits must hear of it
            return new Arrival.Failed<>(failure);
        }
    }

    private BatchStatusAnswer answerAbout(BatchReference batch) throws InterruptedException {
        return requireNonNull(query.ask(batch), "the query answered null");
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException("a query threw what it must not", failure);
        };
    }

    /**
     * What the threads that ask, and the alarm, send to the one who waits.
     *
     * @param <S> what is asked about
     */
    sealed interface Arrival<S> {

        record Answered<S>(Thread asking, BatchStatusAnswer answer) implements Arrival<S> {}

        record Interrupted<S>(Thread asking) implements Arrival<S> {}

        record Failed<S>(Throwable failure) implements Arrival<S> {}

        record Tick<S>() implements Arrival<S> {}
    }

    /** An answer, and what was asked about. */
    record Result<S>(S subject, BatchStatusAnswer answer) {}
}
