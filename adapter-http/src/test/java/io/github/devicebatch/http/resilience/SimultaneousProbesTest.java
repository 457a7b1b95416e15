package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts that come while the only probe is getting in: none takes its round for one that has lasted too long. */
class SimultaneousProbesTest {

    private static final CircuitBreakerSettings ONE_PROBE =
            new CircuitBreakerSettings(20, 10, 50, Duration.ofSeconds(30), 1, Duration.ofSeconds(10));

    private static final Set<Thread.State> LOCKED_OUT = Set.of(Thread.State.BLOCKED, Thread.State.WAITING);

    private final ManualTime time = ManualTime.start();
    private final ClockedCircuitBreaker circuit = Decorators.breaker(ONE_PROBE, this::now);
    private final AtomicInteger entered = new AtomicInteger();
    private final Thread others = Thread.ofPlatform().unstarted(() -> enter(10));
    private final AtomicBoolean armed = new AtomicBoolean();
    private int looksUntilTheOthersCome;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void oneGetsInWheneverTheOthersCome(int looksAtTheClock) throws InterruptedException {
        IntStream.range(0, 10).forEach(failure -> circuit.onFailure());
        time.advance(Duration.ofSeconds(30));
        looksUntilTheOthersCome = looksAtTheClock;
        armed.set(true);
        enter(1);
        others.join();

        assertThat(entered).hasValue(1);
    }

    private Instant now() {
        if (armed.get() && Thread.currentThread() != others && --looksUntilTheOthersCome == 0) {
            others.start();
            awaitTheirEndOrALock();
        }
        return time.instant();
    }

    private void awaitTheirEndOrALock() {
        while (others.isAlive() && !LOCKED_OUT.contains(others.getState())) {
            Thread.onSpinWait();
        }
    }

    private void enter(int wanted) {
        IntStream.range(0, wanted)
                .filter(attempt -> circuit.tryAcquire().isPresent())
                .forEach(let -> entered.incrementAndGet());
    }
}
