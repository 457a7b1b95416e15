package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShutdownHooksTest {

    @Test
    void theProcessRegistersAndRemovesAHook() {
        ShutdownHooks.ofThisProcess().register(() -> {}).cancel();

        assertThat(ShutdownHooks.ofThisProcess().register(() -> {})).isNotNull();
    }
}
