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

/** Probes that never end, or end late. */
class ClockedCircuitBreakerTest {

    private final ManualTime time = ManualTime.start();
    private final ClockedCircuitBreaker circuit = Decorators.breaker(CircuitBreakerSettings.DEFAULT, time);

    @Test
    void keepOthersOutForTenSecondsOnly() {
        halfOpen();
        assertThat(entered(10)).isEqualTo(3);
        assertThat(circuit.timeUntilProbe()).isEqualTo(Duration.ofSeconds(10));
        time.advance(Duration.ofMillis(9_999));
        assertThat(entered(10)).isZero();

        time.advance(Duration.ofMillis(1));
        assertThat(entered(10)).isEqualTo(3);
    }

    @Test
    void areNotMissedOnceOthersHaveProvedTheServiceAlive() {
        halfOpen();
        entered(3);
        time.advance(Duration.ofSeconds(10));
        for (int probe = 0; probe < 3; probe++) {
            assertThat(circuit.tryAcquire()).isPresent();
            circuit.onSuccess();
        }

        assertThat(entered(100)).as("closed").isEqualTo(100);
    }

    @Test
    void areCountedFromTheLastOne() {
        halfOpen();
        entered(2);
        time.advance(Duration.ofSeconds(6));
        entered(1);
        time.advance(Duration.ofSeconds(6));
        assertThat(entered(1)).isZero();

        time.advance(Duration.ofSeconds(4));
        assertThat(entered(10)).isEqualTo(3);
    }

    @Test
    void addNoPlaceWhenWhatBeganBeforeTheFailuresIsGivenUp() {
        ClockedCircuitBreaker.Permit stale = circuit.tryAcquire().orElseThrow();
        halfOpen();
        assertThat(entered(1)).isEqualTo(1);
        circuit.release(stale);

        assertThat(entered(50)).isEqualTo(2);
    }

    @Test
    void addNoPlaceToARoundThatIsNotTheirs() {
        halfOpen();
        ClockedCircuitBreaker.Permit unending = circuit.tryAcquire().orElseThrow();
        entered(2);
        time.advance(Duration.ofSeconds(10));
        assertThat(entered(1)).isEqualTo(1);
        circuit.release(unending);

        assertThat(entered(50)).isEqualTo(2);
    }

    @Test
    void giveTheirPlaceBackInTheirOwnRound() {
        halfOpen();
        ClockedCircuitBreaker.Permit interrupted = circuit.tryAcquire().orElseThrow();
        assertThat(entered(50)).isEqualTo(2);
        circuit.release(interrupted);

        assertThat(entered(50)).isEqualTo(1);
    }

    private void halfOpen() {
        IntStream.range(0, 10).forEach(failure -> circuit.onFailure());
        time.advance(Duration.ofSeconds(30));
    }

    private int entered(int wanted) {
        return (int) IntStream.range(0, wanted)
                .filter(probe -> circuit.tryAcquire().isPresent())
                .count();
    }

    /** The breaker against its model: both let the same attempts through. */
    @Nested
    class Model {

        /** An attempt, and how much later than the one before it comes. */
        record Step(Duration later, CircuitBreakerModel.End end) {}

        private static final List<CircuitBreakerModel.End> ENDS = Stream.of(
                        SeededRandom.times(10, CircuitBreakerModel.End.FAILURE),
                        SeededRandom.times(5, CircuitBreakerModel.End.SUCCESS),
                        SeededRandom.times(2, CircuitBreakerModel.End.PROOF_OF_LIFE),
                        SeededRandom.times(2, CircuitBreakerModel.End.NEITHER),
                        SeededRandom.times(2, CircuitBreakerModel.End.HANGING))
                .flatMap(end -> end)
                .toList();

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void letsThroughWhatItsModelDoes(long seed) {
            var random = new SeededRandom(seed);
            List<Step> steps = random.list(0, 200, () -> step(random));
            ManualTime time = ManualTime.start();
            ClockedCircuitBreaker circuit = Decorators.breaker(CircuitBreakerSettings.DEFAULT, time);
            CircuitBreakerModel model = new CircuitBreakerModel();
            for (Step step : steps) {
                time.advance(step.later());
                assertThat(attempt(circuit, step.end())).isEqualTo(model.attempt(time.instant(), step.end()));
            }
        }

        private static boolean attempt(ClockedCircuitBreaker circuit, CircuitBreakerModel.End end) {
            Optional<ClockedCircuitBreaker.Permit> pass = circuit.tryAcquire();
            pass.ifPresent(let -> end(circuit, let, end));
            return pass.isPresent();
        }

        private static void end(
                ClockedCircuitBreaker circuit, ClockedCircuitBreaker.Permit pass, CircuitBreakerModel.End end) {
            boolean recorded = switch (end) {
                case SUCCESS -> circuit.onSuccess();
                case FAILURE -> circuit.onFailure();
                case PROOF_OF_LIFE -> circuit.onReachable();
                case NEITHER -> false;
                case HANGING -> true;
            };
            if (!recorded) {
                circuit.release(pass);
            }
        }

        /** Failures are frequent, and times fall on and around those that matter. */
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

    /** Attempts that come while the only probe is getting in: none takes its round for one that has lasted too long. */
    @Nested
    class SimultaneousProbes {

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
}
