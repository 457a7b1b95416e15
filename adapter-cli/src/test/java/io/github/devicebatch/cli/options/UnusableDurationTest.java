package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class UnusableDurationTest {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "0s", "0h0m", "0ms", "PT0S", "-PT5S"})
    void wantsATimeThatPasses(String text) {
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
    void refusesAnythingElseInSafeWords(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is not a duration")
                .message()
                .doesNotContain("\u001b");
    }
}
