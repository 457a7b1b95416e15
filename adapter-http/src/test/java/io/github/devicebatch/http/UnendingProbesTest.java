package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Probes that never end, end late, or come all at once. */
class UnendingProbesTest {

    private final ManualTime time = ManualTime.start();
    private final Circuit circuit = new Circuit(CircuitBreakerSettings.DEFAULT, this::hesitantly);

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
        Circuit.Pass stale = circuit.enter().orElseThrow();
        halfOpen();
        assertThat(entered(1)).isEqualTo(1);
        circuit.leave(stale);

        assertThat(entered(50)).isEqualTo(2);
    }

    @Test
    void addNoPlaceToARoundThatIsNotTheirs() {
        halfOpen();
        Circuit.Pass unending = circuit.enter().orElseThrow();
        entered(2);
        time.advance(Duration.ofSeconds(10));
        assertThat(entered(1)).isEqualTo(1);
        circuit.leave(unending);

        assertThat(entered(50)).isEqualTo(2);
    }

    @Test
    void giveTheirPlaceBackInTheirOwnRound() {
        halfOpen();
        Circuit.Pass interrupted = circuit.enter().orElseThrow();
        assertThat(entered(50)).isEqualTo(2);
        circuit.leave(interrupted);

        assertThat(entered(50)).isEqualTo(1);
    }

    @RepeatedTest(20)
    void areThreeHoweverManyComeAtOnce() throws InterruptedException {
        halfOpen();
        AtomicInteger entered = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int thread = 0; thread < 16; thread++) {
                threads.execute(() -> {
                    awaitQuietly(start);
                    entered.addAndGet(entered(20));
                });
            }
            start.countDown();
        }

        assertThat(entered.get()).isEqualTo(3);
    }

    /** Lets other threads go first whenever the time is asked for. */
    private Instant hesitantly() {
        LockSupport.parkNanos(1_000);
        return time.instant();
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

    private static void awaitQuietly(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException aborted) {
            Thread.currentThread().interrupt();
        }
    }
}
