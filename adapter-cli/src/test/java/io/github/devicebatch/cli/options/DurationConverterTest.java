package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "30m, PT30M",
        "1h30m, PT90M",
        "1H30M5S, PT90M5S",
        "PT30M, PT30M",
        "pt0.5s, PT0.5S",
        "300ms, PT0.3S",
        "1s5MS, PT1.005S",
        "5m, PT5M"
    })
    void readsShortAndIsoForms(String text, Duration duration) {
        assertThat(converter.convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "1"})
    void rejectsANumberWithoutAUnit(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("add a unit to " + text);
    }

    @Nested
    class Invalid {

        @ParameterizedTest
        @ValueSource(strings = {"0", "00", "0s", "0h0m", "0ms", "PT0S", "-PT5S"})
        void rejectsZeroAndNegativeDurations(String text) {
            assertThatThrownBy(() -> converter.convert(text))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessageContaining("greater than zero");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "s",
                    "soon",
                    "1x",
                    "30m1h",
                    "5ms1s",
                    "1.5h",
                    "99999999999h",
                    "P99999999999999999999D",
                    "1h\u001b[2J"
                })
        void rejectsAnythingElseWithASafeMessage(String text) {
            assertThatThrownBy(() -> converter.convert(text))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessageContaining("is not a duration")
                    .message()
                    .doesNotContain("\u001b");
        }
    }
}
