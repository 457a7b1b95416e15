package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.resilience.RetryingQuery;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A retrying query in virtual time, with a listener that records the attempts. */
public final class RetryingQueryFixture {

    /** An attempt as the listener received it. */
    public record Attempt(int attempt, BatchStatusAnswer answer, Optional<Duration> pause) {}

    public final ManualTime time = ManualTime.start();
    public final List<Attempt> attempts = new ArrayList<>();
    private RetrySettings settings = RetrySettings.DEFAULT;

    public RetryingQueryFixture with(RetrySettings other) {
        settings = other;
        return this;
    }

    /** Returns a retrying query whose delays are the longest possible. */
    public RetryingQuery retrying(BatchStatusQuery inner) {
        return Decorators.retrying(
                inner,
                settings,
                bound -> bound,
                new QueryContext.Factory(time, UUID::randomUUID, settings.questionTimeout()),
                time,
                this::record);
    }

    public BatchStatusAnswer ask(BatchStatusAnswer... inTurn) throws InterruptedException {
        return retrying(new ScriptedQuery(time, inTurn)::ask).ask(Batches.REFERENCE);
    }

    /** Returns the time since the start. */
    public Duration elapsed() {
        return Duration.between(ManualTime.DEFAULT_START, time.instant());
    }

    private void record(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> pause) {
        attempts.add(new Attempt(attempt, answer, pause));
    }
}
