package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.Iterator;

/**
 * Asks once about each of any number of batches, several at a time, and hands the answers on as they come.
 *
 * <p>Batches are taken one by one, and never more of them than questions may be under way; answers are handed on and
 * forgotten. So memory does not grow with their number. The same batch given twice is asked about twice.
 *
 * <p>With a concurrency of 1, questions are asked on the calling thread; else each has a virtual thread of its own, all of
 * which are gone when the call returns or throws. Immutable and safe for use by several threads if the query is.
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
     * @param query whom to ask
     * @param concurrency how many questions may be under way at once
     * @return the survey
     * @throws NullPointerException if {@code query} is null
     * @throws IllegalArgumentException if {@code concurrency} is below 1
     */
    public static BatchSurvey of(BatchStatusQuery query, int concurrency) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least 1 question is under way at once, not " + concurrency);
        }
        return new BatchSurvey(query, concurrency);
    }

    /**
     * Asks about each batch.
     *
     * @param batches which batches
     * @param listener is told each answer, in the order in which they come
     * @throws InterruptedException if the calling thread is interrupted; then nothing more is asked
     * @throws NullPointerException if either, or one of the batches, is null
     */
    public void ask(Iterable<BatchReference> batches, SurveyListener listener) throws InterruptedException {
        ask(batches.iterator(), listener);
    }

    /**
     * Asks about each batch that {@code batches} gives, taking the next one when there is room for a question. While it
     * waits for a batch, no answer is handed on.
     *
     * @param batches which batches; an exception of it ends the survey and reaches the caller
     * @param listener is told each answer, in the order in which they come
     * @throws InterruptedException if the calling thread is interrupted; then nothing more is asked
     * @throws NullPointerException if either, or one of the batches, is null
     */
    public void ask(Iterator<BatchReference> batches, SurveyListener listener) throws InterruptedException {
        requireNonNull(batches, "batches");
        requireNonNull(listener, "listener");
        try (InFlightQueries<BatchReference> questions = new InFlightQueries<>(query, concurrency)) {
            do {
                while (questions.hasRoom() && batches.hasNext()) {
                    BatchReference batch = requireNonNull(batches.next(), "batch");
                    questions.ask(batch, batch);
                }
                if (!questions.isEmpty()) {
                    InFlightQueries.Result<BatchReference> next =
                            questions.next().orElseThrow(); // no one ticks here
                    listener.on(next.subject(), next.answer());
                }
            } while (!questions.isEmpty() || batches.hasNext());
        }
    }
}
