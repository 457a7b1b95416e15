package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.RateLimitSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

    @Test
    void readsRequestsPerSecond() {
        assertThat(Converters.rate("1/s")).isEqualTo(RateLimitSettings.perSecond(1, 2));
        assertThat(Converters.rate(" 999999/S ")).isEqualTo(RateLimitSettings.perSecond(999_999, 1_999_998));
    }

    @Test
    void theDefaultIsThatOfTheHelp() {
        assertThat(Converters.rate("5/s")).isEqualTo(RateLimitSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None"})
    void readsNoLimit(String text) {
        assertThat(Converters.rate(text)).isEqualTo(RateLimitSettings.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0/s", "05/s", "-1/s", "1.5/s", "60/m", "5/s/s", "1000000/s", "5\u001b[2J"})
    void rejectsAnythingElseWithASafeMessage(String text) {
        assertThatThrownBy(() -> Converters.rate(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is not a rate; use requests per second, such as 5/s, or none")
                .message()
                .doesNotContain("\u001b");
    }
}
