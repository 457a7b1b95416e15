package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.http.support.CircuitBreakerFixture.FAILURE;
import static io.github.devicebatch.http.support.CircuitBreakerFixture.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusQuery;
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

/** Whoever is interrupted leaves at once, wherever it waits, and takes nothing with it that others need. */
class DecoratorInterruptionTest {

    private final ManualTime time = ManualTime.start();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final AtomicBoolean asleep = new AtomicBoolean();

    /** The first pause lasts for ever; the others take no time. */
    private final Pause endless = duration -> {
        if (asleep.compareAndSet(false, true)) {
            waiting.countDown();
            new CountDownLatch(1).await();
        }
        time.pause(duration);
    };

    @Test
    void endsThePauseBeforeARetry() throws Exception {
        ScriptedQuery course = new ScriptedQuery(time, FAILURE, SUCCESS);
        RetryingQuery retrying = Decorators.retrying(
                course::ask,
                RetrySettings.DEFAULT,
                bound -> bound,
                new QueryContext.Factory(time, UUID::randomUUID, Duration.ofMinutes(2)),
                endless,
                (batch, attempt, answer, pause) -> {});

        interruptedWhileWaiting(retrying);

        assertThat(course.asked()).hasSize(1);
        assertThat(retrying.ask(Batches.REFERENCE)).isEqualTo(SUCCESS);
    }

    @Test
    void endsTheWaitForATurnAndGivesTheTurnBack() throws Exception {
        RateLimiter pacer = Decorators.limiter(RateLimitSettings.perSecond(5, 1), time);
        ScriptedQuery course = new ScriptedQuery(time, SUCCESS);
        RateLimitingQuery limiting = new RateLimitingQuery(course::ask, pacer, time, endless);
        limiting.ask(Batches.REFERENCE);

        interruptedWhileWaiting(limiting);
        limiting.ask(Batches.REFERENCE);

        assertThat(course.asked()).containsExactly(Duration.ZERO, Duration.ofMillis(200));
    }

    @Test
    void endsTheWaitWhileTheServiceIsLeftAlone() throws Exception {
        RateLimiter pacer = Decorators.limiter(RateLimitSettings.DEFAULT, time);
        ScriptedQuery course = new ScriptedQuery(time, SUCCESS);
        RateLimitingQuery limiting = new RateLimitingQuery(course::ask, pacer, time, endless);
        pacer.blockFor(Duration.ofSeconds(57));

        interruptedWhileWaiting(limiting);
        limiting.ask(Batches.REFERENCE);

        assertThat(course.asked()).containsExactly(Duration.ofSeconds(57));
    }

    @Test
    void freesThePlaceOfAProbe() throws Exception {
        CircuitBreakerFixture rig = new CircuitBreakerFixture().halfOpen();
        interruptedWhileWaiting(batch -> rig.ask(question -> {
            waiting.countDown();
            new CountDownLatch(1).await();
            return SUCCESS;
        }));

        assertThat(rig.ask(10, FAILURE)).isEqualTo(3);
    }

    private void interruptedWhileWaiting(BatchStatusQuery query) throws Exception {
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
