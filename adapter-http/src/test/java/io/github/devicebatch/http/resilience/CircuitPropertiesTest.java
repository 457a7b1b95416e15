package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.support.CircuitModel;
import io.github.devicebatch.http.support.SeededRandom;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The breaker against its model: both let the same attempts through. */
class CircuitPropertiesTest {

    /** An attempt, and how much later than the one before it comes. */
    record Step(Duration later, CircuitModel.End end) {}

    private static final List<CircuitModel.End> ENDS = Stream.of(
                    SeededRandom.times(10, CircuitModel.End.FAILURE),
                    SeededRandom.times(5, CircuitModel.End.SUCCESS),
                    SeededRandom.times(2, CircuitModel.End.PROOF_OF_LIFE),
                    SeededRandom.times(2, CircuitModel.End.NEITHER),
                    SeededRandom.times(2, CircuitModel.End.HANGING))
            .flatMap(end -> end)
            .toList();

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(SeededRandom.Seeds.class)
    void letsThroughWhatItsModelDoes(long seed) {
        var random = new SeededRandom(seed);
        List<Step> steps = random.list(0, 200, () -> step(random));
        ManualTime time = ManualTime.start();
        ClockedCircuitBreaker circuit = Decorators.breaker(CircuitBreakerSettings.DEFAULT, time);
        CircuitModel model = new CircuitModel();
        for (Step step : steps) {
            time.advance(step.later());
            assertThat(attempt(circuit, step.end())).isEqualTo(model.attempt(time.instant(), step.end()));
        }
    }

    private static boolean attempt(ClockedCircuitBreaker circuit, CircuitModel.End end) {
        Optional<ClockedCircuitBreaker.Permit> pass = circuit.tryAcquire();
        pass.ifPresent(let -> end(circuit, let, end));
        return pass.isPresent();
    }

    private static void end(ClockedCircuitBreaker circuit, ClockedCircuitBreaker.Permit pass, CircuitModel.End end) {
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
