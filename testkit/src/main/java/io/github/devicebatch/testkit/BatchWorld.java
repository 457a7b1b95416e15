package io.github.devicebatch.testkit;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A query under test together with the service that it asks, and what {@link BatchStatusQueryContract} may arrange there.
 * In a fresh world nobody knows any batch; arranging a batch a second time replaces the first.
 *
 * <p>Implementations are used by the thread that arranges and the threads that ask.
 *
 * @see PartnerCenterWorld
 */
public interface BatchWorld extends AutoCloseable {

    /**
     * Gives the query under test, the same one every time.
     *
     * @return the query
     */
    BatchStatusQuery query();

    /**
     * Lets the service describe a batch, in turn; the last description repeats.
     *
     * @param batch whose which upload
     * @param inTurn the descriptions, in whole seconds and without remarks
     */
    void describes(BatchReference batch, BatchStatus... inTurn);

    /**
     * Lets the service decline every question about a batch.
     *
     * @param batch whose which upload
     * @param reason why
     */
    void refuses(BatchReference batch, RefusalReason reason);

    /**
     * Lets the service throttle every question about a batch.
     *
     * @param batch whose which upload
     * @param retryAfter how long it asks to be left alone, in whole seconds
     */
    void throttles(BatchReference batch, Duration retryAfter);

    /**
     * Lets the service report a fault of its own on every question about a batch.
     *
     * @param batch whose which upload
     */
    void fails(BatchReference batch);

    /**
     * Lets the service answer what can't be understood on every question about a batch; a world may vary the nonsense.
     *
     * @param batch whose which upload
     */
    void answersNonsense(BatchReference batch);

    /**
     * Lets the service answer every question about a batch with the description of another, well-formed and finished.
     *
     * @param batch whose which upload
     */
    void answersAboutAnotherBatch(BatchReference batch);

    /**
     * Lets the service take questions about a batch and never answer.
     *
     * @param batch whose which upload
     * @return opens when the first such question has arrived
     */
    CountDownLatch staysSilent(BatchReference batch);

    /** Ends the service and the query. */
    @Override
    void close();
}
