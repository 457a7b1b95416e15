package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleProbeTest {

    @Test
    void withoutAConsoleThereIsNoTerminal() {
        assertThat(new ConsoleProbe(Optional::empty, console -> true).isTerminal())
                .isFalse();
    }

    @Test
    void theConsoleOfThisSystemIsNotInteractiveInATest() {
        assertThat(ConsoleProbe.SYSTEM.console().get().filter(ConsoleProbe.SYSTEM.isInteractive()))
                .isEmpty();
        assertThat(ConsoleProbe.SYSTEM.isTerminal()).isFalse();
    }
}
