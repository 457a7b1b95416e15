package io.github.devicebatch.application;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final OptionalInt STATUS = OptionalInt.of(503);
    private static final Optional<UUID> ID = Optional.of(UUID.fromString("47021739-3426-40bf-9601-61b4b6d7c793"));
    private static final ServerIds SERVER = ServerIds.NONE;

    @Test
    void isEmptyIfNothingWasSent() {
        assertThat(Trace.NOTHING_SENT)
                .isEqualTo(new Trace(0, ZERO, OptionalInt.empty(), Optional.empty(), Optional.empty(), SERVER));
    }

    @Test
    void refusesNegativeAttempts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trace(-1, ZERO, STATUS, ID, ID, SERVER))
                .withMessage("attempts or elapsed is negative: -1 attempts, PT0S");
    }

    @Test
    void refusesNegativeElapsedTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trace(1, Duration.ofNanos(-1), STATUS, ID, ID, SERVER))
                .withMessage("attempts or elapsed is negative: 1 attempts, PT-0.000000001S");
    }

    @Test
    void refusesNullInEveryPart() {
        assertThatNullPointerException().isThrownBy(() -> new Trace(1, null, STATUS, ID, ID, SERVER));
        assertThatNullPointerException()
                .isThrownBy(() -> new Trace(1, ZERO, null, ID, ID, SERVER))
                .withMessage("httpStatus");
        assertThatNullPointerException()
                .isThrownBy(() -> new Trace(1, ZERO, STATUS, null, ID, SERVER))
                .withMessage("requestId");
        assertThatNullPointerException()
                .isThrownBy(() -> new Trace(1, ZERO, STATUS, ID, null, SERVER))
                .withMessage("correlationId");
        assertThatNullPointerException()
                .isThrownBy(() -> new Trace(1, ZERO, STATUS, ID, ID, null))
                .withMessage("serverIds");
    }
}
