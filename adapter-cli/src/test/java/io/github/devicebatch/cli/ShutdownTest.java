package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShutdownTest {

    @Test
    void theProcessItselfTakesAndGivesBackAFarewell() {
        Shutdown.ofThisProcess().before(() -> {}).withdraw();

        assertThat(Shutdown.ofThisProcess().before(() -> {})).isNotNull();
    }
}
