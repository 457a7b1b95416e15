package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "hi-IN-u-nu-deva"})
    void hasAsciiDigitsInEveryLocale(Locale locale) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            assertThat(DurationText.format(Duration.ofMinutes(65))).isEqualTo("1h 05m");
        } finally {
            Locale.setDefault(before);
        }
    }
}
