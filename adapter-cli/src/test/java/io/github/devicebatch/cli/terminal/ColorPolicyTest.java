package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorPolicyTest {

    @Test
    void theOptionComesFirst() {
        assertThat(policy(Map.of("NO_COLOR", "1"), false).textStyle(ColorPolicy.Mode.ALWAYS, StandardStream.OUT))
                .isEqualTo(TextStyle.ANSI);
        assertThat(policy(Map.of("FORCE_COLOR", "1"), true).textStyle(ColorPolicy.Mode.NEVER, StandardStream.OUT))
                .isEqualTo(TextStyle.PLAIN);
    }

    @Test
    void theVariableNoColorComesSecondUnlessItIsEmpty() {
        assertThat(auto(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), true)).isEqualTo(TextStyle.PLAIN);
        assertThat(auto(Map.of("NO_COLOR", ""), true)).isEqualTo(TextStyle.ANSI);
    }

    @Test
    void theVariableForceColorComesThird() {
        assertThat(auto(Map.of("FORCE_COLOR", "1", "TERM", "dumb"), false)).isEqualTo(TextStyle.ANSI);
    }

    @Test
    void aDumbTerminalComesFourth() {
        assertThat(auto(Map.of("TERM", "dumb"), true)).isEqualTo(TextStyle.PLAIN);
        assertThat(auto(Map.of("TERM", "xterm"), true)).isEqualTo(TextStyle.ANSI);
    }

    @Test
    void whetherTheStreamIsATerminalComesLast() {
        var policy = new ColorPolicy(new EnvironmentVariables(Map.of()), StandardStream.ERR::equals);

        assertThat(policy.textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT)).isEqualTo(TextStyle.PLAIN);
        assertThat(policy.textStyle(ColorPolicy.Mode.AUTO, StandardStream.ERR)).isEqualTo(TextStyle.ANSI);
    }

    private static TextStyle auto(Map<String, String> variables, boolean terminal) {
        return policy(variables, terminal).textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
    }

    private static ColorPolicy policy(Map<String, String> variables, boolean terminal) {
        return new ColorPolicy(new EnvironmentVariables(variables), stream -> terminal);
    }
}
