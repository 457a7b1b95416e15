package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Probes that never end, or end late. */
class UnendingProbesTest {

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
}
