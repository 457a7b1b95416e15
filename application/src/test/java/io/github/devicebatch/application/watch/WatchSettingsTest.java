package io.github.devicebatch.application.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchSettingsTest {

    private static final WatchSettings DEFAULT = WatchSettings.DEFAULT;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void watchForAnHourByDefault() {
        assertThat(DEFAULT)
                .isEqualTo(
                        new WatchSettings(PollingSchedule.DEFAULT, Optional.of(Duration.ofHours(1)), Duration.ZERO, 8));
    }

    @Test
    void changeOneByOne() {
        PollingSchedule schedule = PollingSchedule.between(MINUTE, MINUTE);
        WatchSettings changed = DEFAULT.withSchedule(schedule)
                .withTimeout(Duration.ofDays(1))
                .withNotFoundGrace(MINUTE)
                .withConcurrency(3);

        assertThat(changed).isEqualTo(new WatchSettings(schedule, Optional.of(Duration.ofDays(1)), MINUTE, 3));
        assertThat(changed.withoutTimeout()).isEqualTo(new WatchSettings(schedule, Optional.empty(), MINUTE, 3));
        assertThat(changed.withNotFoundGrace(Duration.ZERO).notFoundGrace()).isZero();
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withTimeout(Duration.ZERO))
                .withMessage("the timeout is positive, not PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withNotFoundGrace(Duration.ofSeconds(-1)))
                .withMessage("the grace period is negative: PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withConcurrency(0))
                .withMessage("the concurrency is at least 1, not 0");
    }

    @Test
    void refuseNull() {
        assertThatNullPointerException().isThrownBy(() -> DEFAULT.withSchedule(null));
        assertThatNullPointerException().isThrownBy(() -> DEFAULT.withTimeout(null));
        assertThatNullPointerException().isThrownBy(() -> DEFAULT.withNotFoundGrace(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new WatchSettings(PollingSchedule.DEFAULT, null, Duration.ZERO, 1));
    }
}
