package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Answers.NOT_FOUND;
import static io.github.devicebatch.application.support.Answers.REFUSED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static io.github.devicebatch.application.support.Answers.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoBatchStatusExceptionTest {

    private static final UUID ID = new UUID(0x1234, 0x5678);
    private static final Trace SENT =
            new Trace(1, Duration.ZERO, OptionalInt.of(404), Optional.of(ID), Optional.empty(), ServerIds.NONE);

    @Test
    void aStatusIsReturned() {
        assertThat(REGISTERED.orElseThrow()).isEqualTo(REGISTERED.status());
        assertThat(REGISTERED.orElseThrow(answer -> new IllegalStateException("not needed")))
                .isEqualTo(REGISTERED.status());
    }

    static Stream<Arguments> answersWithoutStatus() {
        return Stream.of(
                arguments(NOT_FOUND, "batch not found"),
                arguments(
                        new NotFound(Fault.of("2000", "no such batch"), SENT),
                        "batch not found, 2000: no such batch; MS-RequestId " + ID),
                arguments(REFUSED, "refused by PARTNER_CENTER: FORBIDDEN"),
                arguments(UNAVAILABLE, "unavailable: FAILING, it is so"),
                arguments(UNREADABLE, "unreadable answer: not JSON"));
    }

    @ParameterizedTest
    @MethodSource("answersWithoutStatus")
    void anyOtherAnswerIsThrown(BatchStatusAnswer answer, String message) {
        assertThatExceptionOfType(NoBatchStatusException.class)
                .isThrownBy(answer::orElseThrow)
                .withMessage(message)
                .satisfies(thrown -> assertThat(thrown.answer()).isSameAs(answer));
    }

    @ParameterizedTest
    @MethodSource("answersWithoutStatus")
    void anExceptionOfTheCallersOwnMayBeThrown(BatchStatusAnswer answer) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> answer.orElseThrow(cause -> new IOException(cause.toString())))
                .withMessage(answer.toString());
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new NoBatchStatusException(null));
        assertThatNullPointerException().isThrownBy(() -> NOT_FOUND.orElseThrow(null));
    }
}
