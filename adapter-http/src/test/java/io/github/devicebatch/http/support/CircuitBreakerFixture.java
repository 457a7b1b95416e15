package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.resilience.CircuitBreakingQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;

/** A circuit breaker in virtual time, around a query that the test gives. */
public final class CircuitBreakerFixture {

    public static final BatchStatusAnswer FAILURE = Answers.unavailable(UnavailabilityCause.FAILING);
    public static final BatchStatusAnswer SUCCESS = Answers.found(Batches.finished());

    public final ManualTime time = ManualTime.start();
    final CircuitBreakingQuery circuitBreaking;
    private BatchStatusQuery next = batch -> SUCCESS;
    private int sent;

    public CircuitBreakerFixture() {
        this(CircuitBreakerSettings.DEFAULT);
    }

    public CircuitBreakerFixture(CircuitBreakerSettings settings) {
        circuitBreaking = new CircuitBreakingQuery(
                batch -> {
                    sent++;
                    return next.ask(batch);
                },
                Decorators.breaker(settings, time),
                QueryListener.NONE);
    }

    public BatchStatusAnswer ask(BatchStatusQuery behind) throws InterruptedException {
        next = behind;
        return circuitBreaking.ask(Batches.REFERENCE);
    }

    /** Sends {@code count} queries that end with {@code answer}, and returns the number of those permitted. */
    public int ask(int count, BatchStatusAnswer answer) throws InterruptedException {
        int before = sent;
        for (int query = 0; query < count; query++) {
            ask(batch -> answer);
        }
        return sent - before;
    }

    /** Opens the circuit breaker and advances the time until it is half-open. */
    public CircuitBreakerFixture halfOpen() throws InterruptedException {
        ask(10, FAILURE);
        time.advance(Duration.ofSeconds(30));
        return this;
    }

    public boolean isOpen() throws InterruptedException {
        return ask(1, SUCCESS) == 0;
    }
}
