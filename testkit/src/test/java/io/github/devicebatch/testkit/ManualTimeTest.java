package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

    private final ManualTime time = ManualTime.startingAt(Instant.EPOCH);

    @Test
    void passesWhenSomeonePauses() throws InterruptedException {
        time.pause(Duration.ofHours(2));
        time.pause(Duration.ofMillis(1));
        assertThat(time.instant()).isEqualTo(Instant.EPOCH.plusMillis(7_200_001));
        assertThat(time.pauses()).containsExactly(Duration.ofHours(2), Duration.ofMillis(1));
    }

    @Test
    void passesWhenItIsTold() {
        time.advance(Duration.ofSeconds(3));
        assertThat(time.instant()).isEqualTo(Instant.EPOCH.plusSeconds(3));
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void doesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofNanos(-1)));
    }

    @Test
    void beginsOnAMondayMorning() {
        assertThat(ManualTime.start().instant()).isEqualTo(ManualTime.DEFAULT_START);
    }
}
