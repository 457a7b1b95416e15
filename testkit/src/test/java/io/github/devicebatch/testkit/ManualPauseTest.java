package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ManualPauseTest {

    private final ManualTime time = ManualTime.startingAt(Instant.EPOCH);

    @Test
    void remembersAPauseOfNothingAndDoesNotPass() throws InterruptedException {
        time.pause(Duration.ZERO);
        time.pause(Duration.ofSeconds(-1));
        assertThat(time.instant()).isEqualTo(Instant.EPOCH);
        assertThat(time.pauses()).containsExactly(Duration.ZERO, Duration.ofSeconds(-1));
    }

    @Test
    void doesNotPassForAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.pause(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(time.instant()).isEqualTo(Instant.EPOCH);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void addsUpThePausesOfManyThreads() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 1_000; number++) {
                threads.submit(() -> {
                    time.pause(Duration.ofSeconds(1));
                    return time;
                });
            }
        }
        assertThat(time.instant()).isEqualTo(Instant.EPOCH.plusSeconds(1_000));
        assertThat(time.pauses()).hasSize(1_000);
    }
}
