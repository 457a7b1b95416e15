package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorRuleTest {

    @Test
    void theOptionComesFirst() {
        assertThat(rule(Map.of("NO_COLOR", "1"), false).ink(ColorWhen.ALWAYS, StandardStream.OUT))
                .isEqualTo(Ink.ANSI);
        assertThat(rule(Map.of("FORCE_COLOR", "1"), true).ink(ColorWhen.NEVER, StandardStream.OUT))
                .isEqualTo(Ink.PLAIN);
    }

    @Test
    void thenNoColorUnlessItIsEmpty() {
        assertThat(auto(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), true)).isEqualTo(Ink.PLAIN);
        assertThat(auto(Map.of("NO_COLOR", ""), true)).isEqualTo(Ink.ANSI);
    }

    @Test
    void thenForceColor() {
        assertThat(auto(Map.of("FORCE_COLOR", "1", "TERM", "dumb"), false)).isEqualTo(Ink.ANSI);
    }

    @Test
    void thenADumbTerminal() {
        assertThat(auto(Map.of("TERM", "dumb"), true)).isEqualTo(Ink.PLAIN);
        assertThat(auto(Map.of("TERM", "xterm"), true)).isEqualTo(Ink.ANSI);
    }

    @Test
    void thenWhetherThatVeryStreamIsATerminal() {
        var rule = new ColorRule(new Environment(Map.of()), StandardStream.ERR::equals);

        assertThat(rule.ink(ColorWhen.AUTO, StandardStream.OUT)).isEqualTo(Ink.PLAIN);
        assertThat(rule.ink(ColorWhen.AUTO, StandardStream.ERR)).isEqualTo(Ink.ANSI);
    }

    private static Ink auto(Map<String, String> variables, boolean terminal) {
        return rule(variables, terminal).ink(ColorWhen.AUTO, StandardStream.OUT);
    }

    private static ColorRule rule(Map<String, String> variables, boolean terminal) {
        return new ColorRule(new Environment(variables), stream -> terminal);
    }
}
