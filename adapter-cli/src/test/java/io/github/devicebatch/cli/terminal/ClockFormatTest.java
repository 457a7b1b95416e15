package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockFormatTest {

    private final ClockFormat paris = new ClockFormat(ManualTime.start(), ZoneId.of("Europe/Paris"));

    @Test
    void aTimeOfTodayHasNoDate() {
        assertThat(paris.format(Instant.parse("2026-01-05T22:59:59Z"))).isEqualTo("23:59:59");
    }

    @Test
    void aTimeOfAnotherDayHasADate() {
        assertThat(paris.format(Instant.parse("2026-01-05T23:00:00Z"))).isEqualTo("2026-01-06 00:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC"})
    void utcIsNamed(String zone) {
        assertThat(new ClockFormat(ManualTime.start(), ZoneId.of(zone)).format(Instant.parse("2026-01-05T09:42:07Z")))
                .isEqualTo("09:42:07 UTC");
    }

    @Test
    void anOffsetIsNamed() {
        assertThat(new ClockFormat(ManualTime.start(), ZoneOffset.ofHours(2))
                        .format(Instant.parse("2026-01-05T09:42:07Z")))
                .isEqualTo("11:42:07 +02:00");
    }
}
