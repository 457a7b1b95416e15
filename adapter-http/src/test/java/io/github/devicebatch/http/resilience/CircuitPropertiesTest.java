package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.support.CircuitModel;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** The breaker against its model: both let the same attempts through. */
class CircuitPropertiesTest {

    /** An attempt, and how much later than the one before it comes. */
    record Step(Duration later, CircuitModel.End end) {}

    @Property
    void letsThroughWhatItsModelDoes(@ForAll @Size(max = 200) List<@From("steps") Step> steps) {
        ManualTime time = ManualTime.start();
        ClockedCircuitBreaker circuit = new ClockedCircuitBreaker(CircuitBreakerSettings.DEFAULT, time);
        CircuitModel model = new CircuitModel();
        for (Step step : steps) {
            time.advance(step.later());
            assertThat(attempt(circuit, step.end())).isEqualTo(model.attempt(time.instant(), step.end()));
        }
    }

    private static boolean attempt(ClockedCircuitBreaker circuit, CircuitModel.End end) {
        Optional<ClockedCircuitBreaker.Pass> pass = circuit.enter();
        pass.ifPresent(let -> end(circuit, let, end));
        return pass.isPresent();
    }

    private static void end(ClockedCircuitBreaker circuit, ClockedCircuitBreaker.Pass pass, CircuitModel.End end) {
        boolean recorded = switch (end) {
            case SUCCESS -> circuit.succeeded();
            case FAILURE -> circuit.failed();
            case PROOF_OF_LIFE -> circuit.provedAlive();
            case NEITHER -> false;
            case HANGING -> true;
        };
        if (!recorded) {
            circuit.leave(pass);
        }
    }

    /** Failures are frequent, and times fall on and around those that matter. */
    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<Duration> later = Arbitraries.frequencyOf(
                        Tuple.of(16, Arbitraries.just(0)),
                        Tuple.of(2, Arbitraries.of(9_999, 10_000, 29_999, 30_000)),
                        Tuple.of(1, Arbitraries.integers().between(1, 20_000)))
                .map(Duration::ofMillis);
        Arbitrary<CircuitModel.End> end = Arbitraries.frequency(
                Tuple.of(10, CircuitModel.End.FAILURE),
                Tuple.of(5, CircuitModel.End.SUCCESS),
                Tuple.of(2, CircuitModel.End.PROOF_OF_LIFE),
                Tuple.of(2, CircuitModel.End.NEITHER),
                Tuple.of(2, CircuitModel.End.HANGING));
        return Combinators.combine(later, end).as(Step::new);
    }
}
