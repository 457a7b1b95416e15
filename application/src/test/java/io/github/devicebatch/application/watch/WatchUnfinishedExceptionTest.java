package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.FAILED;
import static io.github.devicebatch.application.support.Answers.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.application.NoBatchStatusException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchUnfinishedExceptionTest {

    @Test
    void theFinalStatusIsReturnedWhateverItsOutcome() {
        assertThat(new WatchEnding.Completed(FAILED, 3).orElseThrow()).isEqualTo(FAILED.status());
    }

    static Stream<Arguments> otherEndings() {
        return Stream.of(
                arguments(
                        new WatchEnding.TimedOut(LastObservation.NOTHING, 7),
                        "the timeout of the watch has passed after 7 requests"),
                arguments(
                        new WatchEnding.Stopped(LastObservation.NOTHING, 0), "the watch was stopped after 0 requests"),
                arguments(new WatchEnding.GaveUp(REFUSED, Optional.empty(), 1), "the watch gave up after 1 request"));
    }

    @ParameterizedTest
    @MethodSource("otherEndings")
    void anyOtherEndingIsThrown(WatchEnding ending, String message) {
        assertThatExceptionOfType(WatchUnfinishedException.class)
                .isThrownBy(ending::orElseThrow)
                .withMessage(message)
                .satisfies(thrown -> assertThat(thrown.ending()).isSameAs(ending));
    }

    @Test
    void theCauseIsTheLastAnswerWithoutStatus() {
        assertThatExceptionOfType(WatchUnfinishedException.class)
                .isThrownBy(new WatchEnding.GaveUp(REFUSED, Optional.empty(), 1)::orElseThrow)
                .havingCause()
                .isInstanceOf(NoBatchStatusException.class)
                .withMessage("refused by PARTNER_CENTER: FORBIDDEN");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new WatchUnfinishedException(null));
    }
}
