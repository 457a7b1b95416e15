package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Probes that never end, or end late. */
class UnendingProbesTest {

    private final ManualTime time = ManualTime.start();
    private final ClockedCircuitBreaker circuit = new ClockedCircuitBreaker(CircuitBreakerSettings.DEFAULT, time);

    @Test
    void keepOthersOutForTenSecondsOnly() {
        halfOpen();
        assertThat(entered(10)).isEqualTo(3);
        assertThat(circuit.opensIn()).isEqualTo(Duration.ofSeconds(10));
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
            assertThat(circuit.enter()).isPresent();
            circuit.succeeded();
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
        ClockedCircuitBreaker.Pass stale = circuit.enter().orElseThrow();
        halfOpen();
        assertThat(entered(1)).isEqualTo(1);
        circuit.leave(stale);

        assertThat(entered(50)).isEqualTo(2);
    }

    @Test
    void addNoPlaceToARoundThatIsNotTheirs() {
        halfOpen();
        ClockedCircuitBreaker.Pass unending = circuit.enter().orElseThrow();
        entered(2);
        time.advance(Duration.ofSeconds(10));
        assertThat(entered(1)).isEqualTo(1);
        circuit.leave(unending);

        assertThat(entered(50)).isEqualTo(2);
    }

    @Test
    void giveTheirPlaceBackInTheirOwnRound() {
        halfOpen();
        ClockedCircuitBreaker.Pass interrupted = circuit.enter().orElseThrow();
        assertThat(entered(50)).isEqualTo(2);
        circuit.leave(interrupted);

        assertThat(entered(50)).isEqualTo(1);
    }

    private void halfOpen() {
        IntStream.range(0, 10).forEach(failure -> circuit.failed());
        time.advance(Duration.ofSeconds(30));
    }

    private int entered(int wanted) {
        return (int) IntStream.range(0, wanted)
                .filter(probe -> circuit.enter().isPresent())
                .count();
    }
}
