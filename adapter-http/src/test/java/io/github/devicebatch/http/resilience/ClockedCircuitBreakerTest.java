package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.support.CircuitBreakerModel;
import io.github.devicebatch.http.support.SeededRandom;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes that do not end, or end late. */
class ClockedCircuitBreakerTest {

    private final ManualTime time = ManualTime.start();
    private final ClockedCircuitBreaker breaker = Decorators.breaker(CircuitBreakerSettings.DEFAULT, time);

    @Test
    void blockOtherProbesForTenSecondsOnly() {
        halfOpen();
        assertThat(permits(10)).isEqualTo(3);
        assertThat(breaker.timeUntilProbe()).isEqualTo(Duration.ofSeconds(10));
        time.advance(Duration.ofMillis(9_999));
        assertThat(permits(10)).isZero();

        time.advance(Duration.ofMillis(1));
        assertThat(permits(10)).isEqualTo(3);
    }

    @Test
    void areNotNeededIfOtherProbesSucceed() {
        halfOpen();
        permits(3);
        time.advance(Duration.ofSeconds(10));
        for (int probe = 0; probe < 3; probe++) {
            assertThat(breaker.tryAcquire()).isPresent();
            breaker.onSuccess();
        }

        assertThat(permits(100)).as("closed").isEqualTo(100);
    }

    @Test
    void timeIsCountedFromTheLastProbe() {
        halfOpen();
        permits(2);
        time.advance(Duration.ofSeconds(6));
        permits(1);
        time.advance(Duration.ofSeconds(6));
        assertThat(permits(1)).isZero();

        time.advance(Duration.ofSeconds(4));
        assertThat(permits(10)).isEqualTo(3);
    }

    @Test
    void releaseOfAnEarlierPermitAddsNoProbe() {
        ClockedCircuitBreaker.Permit stale = breaker.tryAcquire().orElseThrow();
        halfOpen();
        assertThat(permits(1)).isEqualTo(1);
        breaker.release(stale);

        assertThat(permits(50)).isEqualTo(2);
    }

    @Test
    void releaseAfterItsHalfOpenPeriodAddsNoProbe() {
        halfOpen();
        ClockedCircuitBreaker.Permit unending = breaker.tryAcquire().orElseThrow();
        permits(2);
        time.advance(Duration.ofSeconds(10));
        assertThat(permits(1)).isEqualTo(1);
        breaker.release(unending);

        assertThat(permits(50)).isEqualTo(2);
    }

    @Test
    void releaseInItsHalfOpenPeriodAddsAProbe() {
        halfOpen();
        ClockedCircuitBreaker.Permit interrupted = breaker.tryAcquire().orElseThrow();
        assertThat(permits(50)).isEqualTo(2);
        breaker.release(interrupted);

        assertThat(permits(50)).isEqualTo(1);
    }

    private void halfOpen() {
        IntStream.range(0, 10).forEach(failure -> breaker.onFailure());
        time.advance(Duration.ofSeconds(30));
    }

    private int permits(int wanted) {
        return (int) IntStream.range(0, wanted)
                .filter(probe -> breaker.tryAcquire().isPresent())
                .count();
    }

    /** The circuit breaker compared with {@link CircuitBreakerModel}. */
    @Nested
    class Model {

        /** An attempt and the time since the previous one. */
        record Step(Duration later, CircuitBreakerModel.End end) {}

        private static final List<CircuitBreakerModel.End> ENDS = Stream.of(
                        SeededRandom.times(10, CircuitBreakerModel.End.FAILURE),
                        SeededRandom.times(5, CircuitBreakerModel.End.SUCCESS),
                        SeededRandom.times(2, CircuitBreakerModel.End.REACHABLE),
                        SeededRandom.times(2, CircuitBreakerModel.End.NEITHER),
                        SeededRandom.times(2, CircuitBreakerModel.End.UNENDING))
                .flatMap(end -> end)
                .toList();

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void permitsTheSameAttempts(long seed) {
            var random = new SeededRandom(seed);
            List<Step> steps = random.list(0, 200, () -> step(random));
            ManualTime time = ManualTime.start();
            ClockedCircuitBreaker breaker = Decorators.breaker(CircuitBreakerSettings.DEFAULT, time);
            CircuitBreakerModel model = new CircuitBreakerModel();
            for (Step step : steps) {
                time.advance(step.later());
                assertThat(attempt(breaker, step.end())).isEqualTo(model.attempt(time.instant(), step.end()));
            }
        }

        private static boolean attempt(ClockedCircuitBreaker breaker, CircuitBreakerModel.End end) {
            Optional<ClockedCircuitBreaker.Permit> permit = breaker.tryAcquire();
            permit.ifPresent(granted -> end(breaker, granted, end));
            return permit.isPresent();
        }

        private static void end(
                ClockedCircuitBreaker breaker, ClockedCircuitBreaker.Permit permit, CircuitBreakerModel.End end) {
            boolean recorded = switch (end) {
                case SUCCESS -> breaker.onSuccess();
                case FAILURE -> breaker.onFailure();
                case REACHABLE -> breaker.onReachable();
                case NEITHER -> false;
                case UNENDING -> true;
            };
            if (!recorded) {
                breaker.release(permit);
            }
        }

        /** Returns a random step. Failures are frequent, and times are often near the limits. */
        private static Step step(SeededRandom random) {
            int millis = 0;
            if (random.chance(15)) {
                millis = random.chance(67)
                        ? random.oneOf(List.of(9_999, 10_000, 29_999, 30_000))
                        : random.between(1, 20_000);
            }
            return new Step(Duration.ofMillis(millis), random.oneOf(ENDS));
        }
    }

    /** Attempts that are concurrent with the acquisition of the only probe. */
    @Nested
    class SimultaneousProbes {

        private static final CircuitBreakerSettings ONE_PROBE =
                new CircuitBreakerSettings(20, 10, 50, Duration.ofSeconds(30), 1, Duration.ofSeconds(10));

        private static final Set<Thread.State> BLOCKED_STATES = Set.of(Thread.State.BLOCKED, Thread.State.WAITING);

        private final ClockedCircuitBreaker breaker = Decorators.breaker(ONE_PROBE, this::now);
        private final AtomicInteger permits = new AtomicInteger();
        private final Thread others = Thread.ofPlatform().unstarted(() -> acquire(10));
        private final AtomicBoolean started = new AtomicBoolean();
        private int readsUntilTheOthersStart;

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4})
        void onePermitIsGrantedInEveryInterleaving(int clockReads) throws InterruptedException {
            IntStream.range(0, 10).forEach(failure -> breaker.onFailure());
            time.advance(Duration.ofSeconds(30));
            readsUntilTheOthersStart = clockReads;
            started.set(true);
            acquire(1);
            others.join();

            assertThat(permits).hasValue(1);
        }

        private Instant now() {
            if (started.get() && Thread.currentThread() != others && --readsUntilTheOthersStart == 0) {
                others.start();
                awaitOthersEndedOrBlocked();
            }
            return time.instant();
        }

        private void awaitOthersEndedOrBlocked() {
            while (others.isAlive() && !BLOCKED_STATES.contains(others.getState())) {
                Thread.onSpinWait();
            }
        }

        private void acquire(int wanted) {
            IntStream.range(0, wanted)
                    .filter(attempt -> breaker.tryAcquire().isPresent())
                    .forEach(permit -> permits.incrementAndGet());
        }
    }
}
