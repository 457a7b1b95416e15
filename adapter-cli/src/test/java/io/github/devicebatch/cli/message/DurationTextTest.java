package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.25S, 0.2s",
        "PT9.04S, 9s",
        "PT45.9S, 45s",
        "PT10M, 10m",
        "PT10M5S, 10m 05s",
        "PT1H, 1h",
        "PT1H5M9S, 1h 05m",
        "PT30H, 30h"
    })
    void hasTheTwoGreatestUnits(Duration duration, String text) {
        assertThat(DurationText.format(duration)).isEqualTo(text);
    }
}
