package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.resilience.CircuitBreakingQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;

/** A circuit breaker in a time of its own, around whatever the test lets come next. */
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
                Decorators.breaker(settings, time));
    }

    public BatchStatusAnswer ask(BatchStatusQuery behind) throws InterruptedException {
        next = behind;
        return circuitBreaking.ask(Batches.REFERENCE);
    }

    /** Asks {@code count} times what ends in {@code answer}, and tells how many of them were let through. */
    public int ask(int count, BatchStatusAnswer answer) throws InterruptedException {
        int before = sent;
        for (int question = 0; question < count; question++) {
            ask(batch -> answer);
        }
        return sent - before;
    }

    /** Opens the circuit, and lets the time pass after which it is probed. */
    public CircuitBreakerFixture halfOpen() throws InterruptedException {
        ask(10, FAILURE);
        time.advance(Duration.ofSeconds(30));
        return this;
    }

    public boolean isOpen() throws InterruptedException {
        return ask(1, SUCCESS) == 0;
    }
}
