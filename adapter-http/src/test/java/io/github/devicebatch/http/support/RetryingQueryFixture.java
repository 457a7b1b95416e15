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

/** Retrying around a query of the test's, in a time of its own, with a listener that remembers. */
public final class RetryingQueryFixture {

    /** What the listener was told of one attempt. */
    public record Told(int attempt, BatchStatusAnswer answer, Optional<Duration> pause) {}

    public final ManualTime time = ManualTime.start();
    public final List<Told> told = new ArrayList<>();
    private RetrySettings settings = RetrySettings.DEFAULT;

    public RetryingQueryFixture with(RetrySettings other) {
        settings = other;
        return this;
    }

    /** Delays are the longest that may be drawn. */
    public RetryingQuery around(BatchStatusQuery inner) {
        return Decorators.retrying(
                inner,
                settings,
                bound -> bound,
                new QueryContext.Factory(time, UUID::randomUUID, settings.questionTimeout()),
                time,
                this::hear);
    }

    public BatchStatusAnswer ask(BatchStatusAnswer... inTurn) throws InterruptedException {
        return around(new ScriptedQuery(time, inTurn)::ask).ask(Batches.REFERENCE);
    }

    /** How long all pauses were together. */
    public Duration waited() {
        return Duration.between(ManualTime.DEFAULT_START, time.instant());
    }

    private void hear(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> pause) {
        told.add(new Told(attempt, answer, pause));
    }
}
