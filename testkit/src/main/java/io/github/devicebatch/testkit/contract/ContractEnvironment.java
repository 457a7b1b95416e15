package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A query under test together with the service that it asks, and what {@link BatchStatusQueryContract} may arrange there.
 * In a fresh world nobody knows any batch; arranging a batch a second time replaces the first.
 *
 * <p>Implementations are used by the thread that arranges and the threads that ask.
 *
 * @see HttpEnvironment
 */
public interface ContractEnvironment extends AutoCloseable {

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

    /**
     * Lets the service begin to answer every question about a batch, and never end: without another word, on a connection
     * that stays open. A world without connections has the answer of whoever notices.
     *
     * @param batch whose which upload
     */
    void stalls(BatchReference batch);

    /**
     * Lets the service begin to answer every question about a batch, and break off in the middle.
     *
     * @param batch whose which upload
     */
    void breaksOff(BatchReference batch);

    /** Ends the service: from now on nobody is there to answer. */
    void goesAway();

    /**
     * Tells when questions about a batch reached the service, on the clock by which the query waits.
     *
     * @param batch whose which upload
     * @return the moments, oldest first; a copy, unmodifiable
     */
    List<Instant> questionsAbout(BatchReference batch);

    /**
     * Gives the access token that the query was made with.
     *
     * @return the token, or empty if this world's query needs none; then what is promised about it is skipped
     */
    Optional<String> token();

    /**
     * Tells how long a question takes at most in this world, whatever the service does.
     *
     * @return the time, real time, after which a question counts as hanging; 30 seconds unless the world says otherwise
     */
    default Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** Ends the service and the query. */
    @Override
    void close();
}
