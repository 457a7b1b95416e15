package io.github.devicebatch.testkit;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * A world in memory: the fake, and a query that asks it. It shows that a decorator of the port keeps the port's promises.
 *
 * @param fake the fake that the query asks in the end
 * @param query the query under test
 */
public record FakeBatchWorld(FakeBatchStatusQuery fake, BatchStatusQuery query) implements BatchWorld {

    /**
     * Makes a world whose query is the fake itself.
     *
     * @return the world
     */
    public static FakeBatchWorld ofTheFake() {
        return around(query -> query);
    }

    /**
     * Makes a world whose query is a decorator around the fake.
     *
     * @param decoration puts the query under test around the fake
     * @return the world
     */
    public static FakeBatchWorld around(UnaryOperator<BatchStatusQuery> decoration) {
        FakeBatchStatusQuery fake = new FakeBatchStatusQuery();
        return new FakeBatchWorld(fake, decoration.apply(fake));
    }

    @Override
    public void describes(BatchReference batch, BatchStatus... inTurn) {
        fake.describes(batch, inTurn);
    }

    @Override
    public void refuses(BatchReference batch, RefusalReason reason) {
        fake.answers(batch, Answers.refused(reason));
    }

    @Override
    public void throttles(BatchReference batch, Duration retryAfter) {
        fake.answers(batch, Answers.throttled(retryAfter));
    }

    @Override
    public void fails(BatchReference batch) {
        fake.answers(batch, Answers.unavailable(UnavailabilityCause.FAILING));
    }

    @Override
    public void answersNonsense(BatchReference batch) {
        fake.answers(batch, Answers.unreadable());
    }

    @Override
    public void answersAboutAnotherBatch(BatchReference batch) {
        fake.answers(batch, Answers.unreadable());
    }

    @Override
    public CountDownLatch staysSilent(BatchReference batch) {
        return fake.staysSilentAbout(batch);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
