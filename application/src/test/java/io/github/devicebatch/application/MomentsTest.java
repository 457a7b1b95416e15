package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Instant NOW = LeapingTime.START;
    private static final Instant THEN = NOW.plusSeconds(1);

    @Test
    void addADuration() {
        assertThat(Moments.after(NOW, Duration.ofSeconds(1))).isEqualTo(THEN);
        assertThat(Moments.after(NOW, Duration.ofSeconds(-1))).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void endWithTheLastOneThereIs() {
        assertThat(Moments.after(NOW, Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Instant.MAX);
        assertThat(Moments.after(Instant.MAX, Duration.ofNanos(1))).isEqualTo(Instant.MAX);
    }

    @Test
    void compare() {
        assertThat(Moments.later(NOW, THEN)).isEqualTo(Moments.later(THEN, NOW)).isEqualTo(THEN);
        assertThat(Moments.earlier(NOW, THEN))
                .isEqualTo(Moments.earlier(THEN, NOW))
                .isEqualTo(NOW);
    }
}
