package io.github.devicebatch.testkit;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** A world in memory: the fake, and a query that asks it, which is the fake itself unless a test puts another around it. */
record FakeBatchWorld(FakeBatchStatusQuery fake, BatchStatusQuery query) implements BatchWorld {

    static FakeBatchWorld ofTheFake() {
        return around(query -> query);
    }

    static FakeBatchWorld around(UnaryOperator<BatchStatusQuery> decoration) {
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
