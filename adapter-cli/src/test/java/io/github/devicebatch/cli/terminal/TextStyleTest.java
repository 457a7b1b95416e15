package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi.Style;

class TextStyleTest {

    @ParameterizedTest
    @CsvSource({"bold, 1", "faint, 2", "fg_red, 31", "fg_green, 32", "fg_yellow, 33"})
    void ansiTextBeginsWithItsStyleAndEndsWithAReset(Style style, int code) {
        assertThat(TextStyle.ANSI.apply(style, "text")).isEqualTo("\u001b[" + code + "mtext\u001b[0m");
    }

    @Test
    void plainTextHasNoEscapeSequence() {
        assertThat(TextStyle.PLAIN.apply(Style.fg_red, "text")).isEqualTo("text");
    }
}
