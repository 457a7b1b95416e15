package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorPolicyTest {

    @Test
    void theOptionComesFirst() {
        assertThat(rule(Map.of("NO_COLOR", "1"), false).textStyle(ColorPolicy.Mode.ALWAYS, StandardStream.OUT))
                .isEqualTo(TextStyle.ANSI);
        assertThat(rule(Map.of("FORCE_COLOR", "1"), true).textStyle(ColorPolicy.Mode.NEVER, StandardStream.OUT))
                .isEqualTo(TextStyle.PLAIN);
    }

    @Test
    void thenNoColorUnlessItIsEmpty() {
        assertThat(auto(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), true)).isEqualTo(TextStyle.PLAIN);
        assertThat(auto(Map.of("NO_COLOR", ""), true)).isEqualTo(TextStyle.ANSI);
    }

    @Test
    void thenForceColor() {
        assertThat(auto(Map.of("FORCE_COLOR", "1", "TERM", "dumb"), false)).isEqualTo(TextStyle.ANSI);
    }

    @Test
    void thenADumbTerminal() {
        assertThat(auto(Map.of("TERM", "dumb"), true)).isEqualTo(TextStyle.PLAIN);
        assertThat(auto(Map.of("TERM", "xterm"), true)).isEqualTo(TextStyle.ANSI);
    }

    @Test
    void thenWhetherThatVeryStreamIsATerminal() {
        var rule = new ColorPolicy(new EnvironmentVariables(Map.of()), StandardStream.ERR::equals);

        assertThat(rule.textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT)).isEqualTo(TextStyle.PLAIN);
        assertThat(rule.textStyle(ColorPolicy.Mode.AUTO, StandardStream.ERR)).isEqualTo(TextStyle.ANSI);
    }

    private static TextStyle auto(Map<String, String> variables, boolean terminal) {
        return rule(variables, terminal).textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
    }

    private static ColorPolicy rule(Map<String, String> variables, boolean terminal) {
        return new ColorPolicy(new EnvironmentVariables(variables), stream -> terminal);
    }
}
