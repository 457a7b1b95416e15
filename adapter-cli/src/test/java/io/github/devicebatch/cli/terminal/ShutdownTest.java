package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShutdownTest {

    @Test
    void theProcessItselfTakesAndGivesBackAFarewell() {
        ShutdownHooks.ofThisProcess().before(() -> {}).withdraw();

        assertThat(ShutdownHooks.ofThisProcess().before(() -> {})).isNotNull();
    }
}
