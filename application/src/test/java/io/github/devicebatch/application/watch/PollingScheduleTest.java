package io.github.devicebatch.application.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingScheduleTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @ParameterizedTest
    @CsvSource({
        "0, PT4.5S, PT5S, PT5.5S",
        "1, PT6.75S, PT7.5S, PT8.25S",
        "2, PT10.125S, PT11.25S, PT12.375S",
        "3, PT15.1875S, PT16.875S, PT18.5625S",
        "4, PT22.78125S, PT25.3125S, PT27.84375S",
        "5, PT34.171875S, PT37.96875S, PT41.765625S",
        "6, PT51.2578125S, PT56.953125S, PT62.6484375S",
        "7, PT54S, PT60S, PT66S",
        "2147483647, PT54S, PT60S, PT66S"
    })
    void pausesLongerAndLongerUpToAMinuteGiveOrTakeATenth(
            int pausesBefore, Duration shortest, Duration regular, Duration longest) {
        assertThat(PollingSchedule.DEFAULT.delay(pausesBefore, chance(0))).isEqualTo(shortest);
        assertThat(PollingSchedule.DEFAULT.delay(pausesBefore, chance(0.5))).isEqualTo(regular);
        assertThat(PollingSchedule.DEFAULT.delay(pausesBefore, chance(ALMOST_ONE)))
                .isEqualTo(longest);
    }

    @Test
    void leavesNothingToChanceWithoutJitter() {
        PollingSchedule regular = new PollingSchedule(SECOND, 2, MINUTE, 0);

        assertThat(regular.delay(3, chance(0))).isEqualTo(Duration.ofSeconds(8));
        assertThat(regular.delay(3, chance(ALMOST_ONE))).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void isNeverNothing() {
        PollingSchedule hasty = new PollingSchedule(Duration.ofNanos(1), 1, Duration.ofNanos(1), Math.nextDown(1.0));

        assertThat(hasty.delay(0, chance(0))).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void takesTheDefaultsForWhatIsNotSaid() {
        assertThat(PollingSchedule.between(SECOND, MINUTE)).isEqualTo(new PollingSchedule(SECOND, 1.5, MINUTE, 0.1));
    }

    @Test
    void acceptsItsBounds() {
        Duration day = Duration.ofDays(1);

        assertThat(new PollingSchedule(day, 1, day, 0).delay(1, chance(0))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S  | 1.5      | PT60S    | 0.1  | the interval is positive, not PT0S
            PT-1S | 1.5      | PT60S    | 0.1  | the interval is positive, not PT-1S
            PT61S | 1.5      | PT60S    | 0.1  | the longest interval, PT1M, is not shorter than the first one, PT1M1S
            PT5S  | 1.5      | PT24H1S  | 0.1  | the longest interval is at most a day, not PT24H1S
            PT5S  | 0.99     | PT60S    | 0.1  | the growth is at least 1, not 0.99
            PT5S  | NaN      | PT60S    | 0.1  | the growth is at least 1, not NaN
            PT5S  | Infinity | PT60S    | 0.1  | the growth is at least 1, not Infinity
            PT5S  | 1.5      | PT60S    | -0.1 | the jitter is from 0 to below 1, not -0.1
            PT5S  | 1.5      | PT60S    | 1    | the jitter is from 0 to below 1, not 1.0
            PT5S  | 1.5      | PT60S    | NaN  | the jitter is from 0 to below 1, not NaN
            """)
    void refusesWhatMakesNoSchedule(
            Duration interval, double growth, Duration maxInterval, double jitter, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollingSchedule(interval, growth, maxInterval, jitter))
                .withMessage(message);
    }

    @Test
    void refusesAPauseBeforeTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollingSchedule.DEFAULT.delay(-1, chance(0)))
                .withMessage("the number of pauses is negative: -1");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> PollingSchedule.between(null, MINUTE));
        assertThatNullPointerException().isThrownBy(() -> PollingSchedule.between(SECOND, null));
    }

    /** A constant random number from 0 to below 1. */
    private static RandomGenerator chance(double always) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return always;
            }
        };
    }
}
