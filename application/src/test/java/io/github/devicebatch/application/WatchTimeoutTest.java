package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.UNAVAILABLE;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Replies.unavailable;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions are asked after 0, 8, 24, 56, 120, 184 … seconds. */
class WatchTimeoutTest {

    private final Watching watching = new Watching();

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "8000, 1, 0",
        "8001, 2, 8000",
        "24000, 2, 8000",
        "24001, 3, 24000",
        "184000, 5, 120000",
        "184001, 6, 184000"
    })
    void stopsBeforeAPauseThatWouldNotEndInTime(long timeoutMillis, int questions, long endedAfterMillis)
            throws InterruptedException {
        WatchSettings settings = REGULAR.withTimeout(Duration.ofMillis(timeoutMillis));

        assertThat(watching.watch(inTurn(QUEUED), settings))
                .isEqualTo(new TimedOut(
                        new LastObservation(Optional.of(QUEUED.status().progress()), Optional.empty()), questions));
        assertThat(watching.time.passed()).isEqualTo(Duration.ofMillis(endedAfterMillis));
    }

    @Test
    void stopsBeforeARetryAfterThatWouldNotEndInTime() throws InterruptedException {
        WatchSettings settings = REGULAR.withTimeout(Duration.ofSeconds(60));
        BatchStatusQuery failing = inTurn(unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(60)));

        assertThat(watching.watch(failing, settings).questions()).isEqualTo(1);
        assertThat(watching.time.passed()).isZero();
    }

    @Test
    void countsTheTimeThatQuestionsTake() throws InterruptedException {
        BatchStatusQuery slow = batch -> {
            watching.time.advance(Duration.ofSeconds(3));
            return QUEUED;
        };

        assertThat(watching.watch(slow, REGULAR.withTimeout(Duration.ofMillis(33_000))))
                .extracting(WatchEnding::questions)
                .isEqualTo(3);
        assertThat(watching.time.passed()).hasSeconds(33); // the third answer comes when the time is up
    }

    @Test
    void takesAnAnswerThatComesTooLate() throws InterruptedException {
        BatchStatusQuery slow = batch -> {
            watching.time.advance(Duration.ofMinutes(2));
            return REGISTERED;
        };

        assertThat(watching.watch(slow, REGULAR.withTimeout(Duration.ofMinutes(1))))
                .isEqualTo(new Completed(REGISTERED, 1));
    }

    @Test
    void goesOnForDaysWithoutATimeout() throws InterruptedException {
        BatchStatusQuery query =
                batch -> watching.time.passed().compareTo(Duration.ofDays(3)) < 0 ? UNAVAILABLE : REGISTERED;

        assertThat(watching.watch(query, REGULAR.withoutTimeout())).isInstanceOf(Completed.class);
        assertThat(watching.time.passed())
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusSeconds(64));
    }

    @Test
    void survivesATimeoutBeyondTheEndOfTime() throws InterruptedException {
        assertThat(watching.watch(inTurn(QUEUED, REGISTERED), REGULAR.withTimeout(Duration.ofSeconds(Long.MAX_VALUE))))
                .isEqualTo(new Completed(REGISTERED, 2));
    }
}
