package io.github.devicebatch.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.LeapingTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstantsTest {

    private static final Instant NOW = LeapingTime.START;
    private static final Instant THEN = NOW.plusSeconds(1);

    @Test
    void addADuration() {
        assertThat(Instants.after(NOW, Duration.ofSeconds(1))).isEqualTo(THEN);
        assertThat(Instants.after(NOW, Duration.ofSeconds(-1))).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void endWithTheLastOneThereIs() {
        assertThat(Instants.after(NOW, Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Instant.MAX);
        assertThat(Instants.after(Instant.MAX, Duration.ofNanos(1))).isEqualTo(Instant.MAX);
    }

    @Test
    void compare() {
        assertThat(Instants.later(NOW, THEN))
                .isEqualTo(Instants.later(THEN, NOW))
                .isEqualTo(THEN);
        assertThat(Instants.earlier(NOW, THEN))
                .isEqualTo(Instants.earlier(THEN, NOW))
                .isEqualTo(NOW);
    }
}
