package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    private final SystemTime time = SystemTime.startingNow();

    @Test
    void startsAtTheTimeOfTheSystem() {
        assertThat(time.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void advancesByAtLeastThePause() throws InterruptedException {
        Instant before = time.instant();
        time.pause(Duration.ofMillis(2));

        assertThat(time.instant()).isAfterOrEqualTo(before.plusMillis(2));
    }

    @Test
    void aPauseOfZeroOrLessReturns() throws InterruptedException {
        time.pause(Duration.ZERO);
        time.pause(Duration.ofSeconds(-1));
    }

    @Test
    void aPauseEndsWithAnInterruption() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> time.pause(Duration.ofHours(1)));
    }
}
