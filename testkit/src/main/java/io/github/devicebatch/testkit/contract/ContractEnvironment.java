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
 * A query under test and the service that it queries, as {@link BatchStatusQueryContract} controls it. In a new environment
 * the service knows no batch; each method replaces the earlier behavior for the same batch.
 *
 * <p>Implementations are used by the test's thread and by the threads that call the query.
 *
 * @see HttpEnvironment
 * @see InMemoryEnvironment
 */
public interface ContractEnvironment extends AutoCloseable {

    /** Returns the query under test, the same one on every call. */
    BatchStatusQuery query();

    /**
     * Makes the service send descriptions of a batch, in order; the last one repeats.
     *
     * @param batch the batch
     * @param descriptions the descriptions, with times in whole seconds and without remarks
     */
    void describe(BatchReference batch, BatchStatus... descriptions);

    /** Makes the service refuse every request for a batch. */
    void refuse(BatchReference batch, RefusalReason reason);

    /**
     * Makes the service throttle every request for a batch.
     *
     * @param batch the batch
     * @param retryAfter the time that the service demands, in whole seconds
     */
    void throttle(BatchReference batch, Duration retryAfter);

    /** Makes the service respond to every request for a batch with a server error. */
    void fail(BatchReference batch);

    /** Makes the service respond to every request for a batch with something that is not a description. */
    void respondUnreadably(BatchReference batch);

    /** Makes the service respond to every request for a batch with a valid, final description of another batch. */
    void describeAnotherBatch(BatchReference batch);

    /**
     * Makes the service accept requests for a batch and never respond.
     *
     * @param batch the batch
     * @return a latch that opens when the first such request has arrived
     */
    CountDownLatch neverRespond(BatchReference batch);

    /**
     * Makes the service begin a response to every request for a batch and never end it, on a connection that stays open. An
     * environment without connections gives the query the answer that such a response leads to.
     */
    void stall(BatchReference batch);

    /** Makes the service close the connection in the middle of every response for a batch. */
    void truncate(BatchReference batch);

    /** Shuts the service down: later requests fail to connect. */
    void shutDown();

    /**
     * Returns the times at which requests for a batch reached the service, on the clock by which the query waits.
     *
     * @param batch the batch
     * @return the times, oldest first, as an unmodifiable copy
     */
    List<Instant> requestTimes(BatchReference batch);

    /** Returns the access token of the query, or empty if it has none; the promise about it is skipped then. */
    Optional<String> token();

    /** Returns the real time after which a call of the query counts as hanging. The default is 30 seconds. */
    default Duration timeout() {
        return Duration.ofSeconds(30);
    }

    /** Closes the service and the query. */
    @Override
    void close();
}
