package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerIdsTest {

    private static final Optional<String> ID = Optional.of("id");

    @Test
    void areAllMissingIfNoResponseCame() {
        assertThat(ServerIds.NONE)
                .isEqualTo(new ServerIds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void refuseNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ServerIds(null, ID, ID, ID))
                .withMessage("requestId");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServerIds(ID, null, ID, ID))
                .withMessage("correlationId");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServerIds(ID, ID, null, ID))
                .withMessage("correlationVector");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServerIds(ID, ID, ID, null))
                .withMessage("serverId");
    }
}
