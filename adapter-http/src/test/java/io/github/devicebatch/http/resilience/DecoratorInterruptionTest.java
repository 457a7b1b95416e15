package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.http.support.CircuitBreakerFixture.FAILURE;
import static io.github.devicebatch.http.support.CircuitBreakerFixture.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.support.CircuitBreakerFixture;
import io.github.devicebatch.http.support.ScriptedQuery;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Interruption of a query that waits in a decorator. It ends at once and returns its permit. */
class DecoratorInterruptionTest {

    private final ManualTime time = ManualTime.start();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final AtomicBoolean asleep = new AtomicBoolean();

    /** Blocks in the first pause; later ones end at once. */
    private final Pause endlessPause = duration -> {
        if (asleep.compareAndSet(false, true)) {
            waiting.countDown();
            new CountDownLatch(1).await();
        }
        time.pause(duration);
    };

    @Test
    void endsThePauseBeforeARetry() throws Exception {
        ScriptedQuery query = new ScriptedQuery(time, FAILURE, SUCCESS);
        RetryingQuery retrying = Decorators.retrying(
                query::ask,
                RetrySettings.DEFAULT,
                bound -> bound,
                new QueryContext.Factory(time, UUID::randomUUID, Duration.ofMinutes(2)),
                endlessPause,
                (batch, attempt, answer, pause) -> {});

        interruptWhileWaiting(retrying);

        assertThat(query.attempts()).hasSize(1);
        assertThat(retrying.ask(Batches.REFERENCE)).isEqualTo(SUCCESS);
    }

    @Test
    void endsTheWaitForAPermitAndReturnsThePermit() throws Exception {
        RateLimiter limiter = Decorators.limiter(RateLimitSettings.perSecond(5, 1), time);
        ScriptedQuery query = new ScriptedQuery(time, SUCCESS);
        RateLimitingQuery limiting = new RateLimitingQuery(query::ask, limiter, time, endlessPause);
        limiting.ask(Batches.REFERENCE);

        interruptWhileWaiting(limiting);
        limiting.ask(Batches.REFERENCE);

        assertThat(query.attempts()).containsExactly(Duration.ZERO, Duration.ofMillis(200));
    }

    @Test
    void endsTheWaitAfterThrottling() throws Exception {
        RateLimiter limiter = Decorators.limiter(RateLimitSettings.DEFAULT, time);
        ScriptedQuery query = new ScriptedQuery(time, SUCCESS);
        RateLimitingQuery limiting = new RateLimitingQuery(query::ask, limiter, time, endlessPause);
        limiter.blockFor(Duration.ofSeconds(57), Party.PARTNER_CENTER);

        interruptWhileWaiting(limiting);
        limiting.ask(Batches.REFERENCE);

        assertThat(query.attempts()).containsExactly(Duration.ofSeconds(57));
    }

    @Test
    void releasesThePermitOfAProbe() throws Exception {
        CircuitBreakerFixture fixture = new CircuitBreakerFixture().halfOpen();
        interruptWhileWaiting(batch -> fixture.ask(count -> {
            waiting.countDown();
            new CountDownLatch(1).await();
            return SUCCESS;
        }));

        assertThat(fixture.ask(10, FAILURE)).isEqualTo(3);
    }

    private void interruptWhileWaiting(BatchStatusQuery query) throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        var asking = new FutureTask<>(() -> {
            try {
                return query.ask(Batches.REFERENCE);
            } catch (InterruptedException expected) {
                interrupted.set(true);
                return null;
            }
        });
        Thread thread = Thread.ofVirtual().start(asking);
        assertThat(waiting.await(30, TimeUnit.SECONDS)).as("it waits").isTrue();
        thread.interrupt();
        asking.get(30, TimeUnit.SECONDS);
        assertThat(interrupted).isTrue();
    }
}
