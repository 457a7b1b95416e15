package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The port in memory. It returns the answers defined for a batch, and {@link BatchStatusAnswer.NotFound} for other batches.
 *
 * <p>Safe for use by several threads.
 */
public final class FakeBatchStatusQuery implements BatchStatusQuery {

    private final Map<BatchReference, BatchStatusQuery> stubs = new ConcurrentHashMap<>();
    private final Queue<BatchReference> questions = new ConcurrentLinkedQueue<>();

    /** Creates a query that knows no batch. */
    public FakeBatchStatusQuery() {}

    /**
     * Sets the answers about a batch. They replace earlier ones.
     *
     * @param batch the batch
     * @param answers the answers in sequence; the last one repeats, and without any the batch is not found
     * @return this query
     */
    public FakeBatchStatusQuery answers(BatchReference batch, BatchStatusAnswer... answers) {
        List<BatchStatusAnswer> sequence = answers.length == 0 ? List.of(Answers.notFound()) : List.of(answers);
        AtomicInteger next = new AtomicInteger();
        stubs.put(batch, asked -> sequence.get(next.getAndUpdate(index -> Math.min(index + 1, sequence.size() - 1))));
        return this;
    }

    /**
     * Sets the statuses of a batch. They replace earlier answers.
     *
     * @param batch the batch
     * @param statuses the statuses in sequence; the last one repeats, and without any the batch is not found
     * @return this query
     */
    public FakeBatchStatusQuery describes(BatchReference batch, BatchStatus... statuses) {
        return answers(batch, Stream.of(statuses).map(Answers::found).toArray(BatchStatusAnswer[]::new));
    }

    /**
     * Makes calls about a batch block until their thread is interrupted. This replaces earlier answers.
     *
     * @param batch the batch
     * @return the latch that opens when the first call blocks
     */
    public CountDownLatch staysSilentAbout(BatchReference batch) {
        CountDownLatch asked = new CountDownLatch(1);
        stubs.put(batch, question -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return Answers.notFound();
        });
        return asked;
    }

    /**
     * Returns the batches of all calls so far, oldest first.
     *
     * @return a copy
     */
    public List<BatchReference> questions() {
        return List.copyOf(questions);
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        questions.add(requireNonNull(batch, "batch"));
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the question about " + batch);
        }
        return stubs.getOrDefault(batch, unknown -> Answers.notFound()).ask(batch);
    }

    /** Returns the number of batches and of calls. */
    @Override
    public String toString() {
        return "FakeBatchStatusQuery with " + stubs.size() + " batches, asked " + questions.size() + " times";
    }
}
