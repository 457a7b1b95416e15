package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.server.BatchScript;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * The port from memory: answers what it was told to, and {@link BatchStatusAnswer.NotFound} for every other batch.
 *
 * <p>Safe for use by several threads.
 */
public final class FakeBatchStatusQuery implements BatchStatusQuery {

    private final Map<BatchReference, BatchStatusQuery> known = new ConcurrentHashMap<>();
    private final Queue<BatchReference> questions = new ConcurrentLinkedQueue<>();

    /** Knows no batch yet. */
    public FakeBatchStatusQuery() {}

    /**
     * Tells what to answer about a batch, in turn, in place of whatever was said of it before; the last answer repeats.
     *
     * @param batch whose which upload
     * @param inTurn the answers, as they are
     * @return this fake
     */
    public FakeBatchStatusQuery answers(BatchReference batch, BatchStatusAnswer... inTurn) {
        BatchScript.InTurn<BatchStatusAnswer> answers = new BatchScript.InTurn<>();
        List.of(inTurn).forEach(answers::add);
        known.put(batch, asked -> answers.next().orElseGet(Answers::notFound));
        return this;
    }

    /**
     * Tells how to describe a batch, in turn, in place of whatever was said of it before; the last description repeats.
     *
     * @param batch whose which upload
     * @param inTurn the descriptions, as they are
     * @return this fake
     */
    public FakeBatchStatusQuery describes(BatchReference batch, BatchStatus... inTurn) {
        return answers(batch, List.of(inTurn).stream().map(Answers::found).toArray(BatchStatusAnswer[]::new));
    }

    /**
     * Stays silent about a batch, in place of whatever was said of it before: whoever asks waits until interrupted.
     *
     * @param batch whose which upload
     * @return opens when the first question about the batch has come
     */
    public CountDownLatch staysSilentAbout(BatchReference batch) {
        CountDownLatch asked = new CountDownLatch(1);
        known.put(batch, question -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return Answers.notFound();
        });
        return asked;
    }

    /**
     * Lists the questions so far, oldest first.
     *
     * @return the batches asked about; a copy, unmodifiable
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
        BatchStatusQuery answering = known.getOrDefault(batch, unknown -> Answers.notFound());
        return answering.ask(batch);
    }

    /** Gives how many batches are known and how many questions came. */
    @Override
    public String toString() {
        return "FakeBatchStatusQuery knowing " + known.size() + " batches, asked " + questions.size() + " times";
    }
}
