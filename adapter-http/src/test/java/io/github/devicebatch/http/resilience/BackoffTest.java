package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.testkit.Answers;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final LongUnaryOperator LEAST = bound -> 0;
    private static final LongUnaryOperator MOST = bound -> bound;

    @ParameterizedTest
    @CsvSource({"1, 400, 800", "2, 800, 1600", "3, 1600, 3200", "4, 3200, 6400", "5, 4000, 8000", "90, 4000, 8000"})
    void delayIsBetweenHalfOfADoublingIntervalAndAllOfIt(int attempt, long least, long most) {
        BatchStatusAnswer failing = Answers.unavailable(UnavailabilityCause.FAILING);

        assertThat(delay(LEAST, attempt, failing)).isEqualTo(least);
        assertThat(delay(MOST, attempt, failing)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 2000", "2, 2000, 4000", "3, 4000, 8000", "4, 4000, 8000"})
    void delayIsLongerAfterThrottlingWithoutATime(int attempt, long least, long most) {
        BatchStatusAnswer throttled = Answers.unavailable(UnavailabilityCause.THROTTLED);

        assertThat(delay(LEAST, attempt, throttled)).isEqualTo(least);
        assertThat(delay(MOST, attempt, throttled)).isEqualTo(most);
        assertThat(delay(MOST, attempt, Answers.throttled(Duration.ZERO))).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.000000001S, 1, 1",
        "PT0.0015S, 2, 2",
        "PT0.01S, 10, 11",
        "PT2S, 2000, 2200",
        "PT9.99S, 9990, 10989",
        "PT10S, 10000, 11000",
        "PT57S, 57000, 58000",
        "PT1H, 3600000, 3601000"
    })
    void delayIsTheTimeOfTheServiceAndAtMostATenthMore(Duration retryAfter, long least, long most) {
        for (int attempt : List.of(1, 3)) {
            assertThat(delay(LEAST, attempt, Answers.throttled(retryAfter))).isEqualTo(least);
            assertThat(delay(MOST, attempt, Answers.throttled(retryAfter))).isEqualTo(most);
        }
    }

    @Test
    void oddIntervalsAreNotRoundedDown() {
        var odd = new RetrySettings(
                4, Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(7), Duration.ofSeconds(1), 0, 0);
        BatchStatusAnswer failing = Answers.unavailable(UnavailabilityCause.TIMED_OUT);

        assertThat(Decorators.backoff(odd, LEAST).millis(1, failing)).isEqualTo(3);
        assertThat(Decorators.backoff(odd, MOST).millis(1, failing)).isEqualTo(5);
        assertThat(Decorators.backoff(odd, MOST).millis(2, failing)).isEqualTo(7);
    }

    @Test
    void rejectsAnswersThatAreNotRetried() {
        assertThatThrownBy(() -> delay(MOST, 1, Answers.notFound())).isInstanceOf(IllegalArgumentException.class);
    }

    private static long delay(LongUnaryOperator random, int attempt, BatchStatusAnswer answer) {
        return Decorators.backoff(RetrySettings.DEFAULT, random).millis(attempt, answer);
    }
}
