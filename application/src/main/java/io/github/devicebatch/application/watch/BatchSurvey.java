package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.Iterator;

/**
 * A survey that asks once about each of any number of batches, several at a time, and reports the answers as they arrive.
 *
 * <p>Batches are taken one by one, at most as many as requests may be in flight, and answers are not kept: memory does not
 * grow with the number of batches. The memory that an answer reserves, as far as the query bounds memory, is free again when the
 * listener returns. A batch that is listed twice is requested twice.
 *
 * <p>With a concurrency of 1, requests run on the calling thread; else each has its own virtual thread, all of which have
 * ended when the call returns or throws. Immutable, and thread-safe if the query is.
 */
public final class BatchSurvey {

    private final BatchStatusQuery query;
    private final int concurrency;

    private BatchSurvey(BatchStatusQuery query, int concurrency) {
        this.query = requireNonNull(query, "query");
        this.concurrency = concurrency;
    }

    /**
     * Creates a survey.
     *
     * @param query the query to use
     * @param concurrency the maximum number of requests in flight
     * @return the survey
     * @throws NullPointerException if {@code query} is null
     * @throws IllegalArgumentException if {@code concurrency} is below 1
     */
    public static BatchSurvey of(BatchStatusQuery query, int concurrency) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("the concurrency is at least 1, not " + concurrency);
        }
        return new BatchSurvey(query, concurrency);
    }

    /**
     * Asks about each batch.
     *
     * @param batches the batches to ask about
     * @param listener receives each answer in the order of arrival
     * @throws InterruptedException if the calling thread is interrupted; then no more requests are sent
     * @throws NullPointerException if either, or one of the batches, is null
     */
    public void ask(Iterable<BatchReference> batches, SurveyListener listener) throws InterruptedException {
        ask(batches.iterator(), listener);
    }

    /**
     * Asks about each batch of an iterator and takes the next one when there is room for a request. While it
     * waits for the iterator, no answer is reported.
     *
     * @param batches the batches to ask about; an exception of the iterator ends the survey and is thrown
     * @param listener receives each answer in the order of arrival
     * @throws InterruptedException if the calling thread is interrupted; then no more requests are sent
     * @throws NullPointerException if either, or one of the batches, is null
     */
    public void ask(Iterator<BatchReference> batches, SurveyListener listener) throws InterruptedException {
        requireNonNull(batches, "batches");
        requireNonNull(listener, "listener");
        try (InFlightQueries<BatchReference> inFlight = new InFlightQueries<>(query, concurrency)) {
            do {
                while (inFlight.hasRoom() && batches.hasNext()) {
                    BatchReference batch = requireNonNull(batches.next(), "batch");
                    inFlight.ask(batch, batch);
                }
                if (!inFlight.isEmpty()) {
                    report(inFlight.next().orElseThrow(), listener); // a survey has no timer
                }
            } while (!inFlight.isEmpty() || batches.hasNext());
        }
    }

    private static void report(InFlightQueries.Result<BatchReference> answered, SurveyListener listener) {
        try (answered) {
            listener.on(answered.subject(), answered.answer());
        }
    }
}
