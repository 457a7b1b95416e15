package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are sent after 0, 8, 24, 56, 120, 184 … seconds, and at the timeout. */
class BatchWatchTimeoutTest {

    private final WatchWithoutJitter watching = new WatchWithoutJitter();

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "8000, 2",
        "8001, 3",
        "24000, 3",
        "24001, 4",
        "184000, 6",
        "184001, 7",
    })
    void asksForTheLastTimeAtTheTimeout(long timeoutMillis, int questions) throws InterruptedException {
        WatchSettings settings = REGULAR.withTimeout(Duration.ofMillis(timeoutMillis));

        assertThat(watching.watch(inTurn(QUEUED), settings))
                .isEqualTo(new TimedOut(
                        new LastObservation(Optional.of(QUEUED.status().progress()), Optional.empty()), questions));
        assertThat(watching.time.passed()).isEqualTo(Duration.ofMillis(timeoutMillis));
    }

    /** A batch is final after each second of the minute; without the last request, the last one would come after 56 seconds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 8, 9, 41, 44, 55, 56, 57, 59, 60})
    void neverReportsABatchAsTimedOutThatIsFinalByThen(long finalAfterSeconds) throws InterruptedException {
        BatchStatusQuery query =
                batch -> watching.time.passed().toSeconds() < finalAfterSeconds ? PROCESSING : REGISTERED;

        WatchEnding ending = watching.watch(query, REGULAR.withTimeout(Duration.ofSeconds(60)));

        assertThat(ending).isEqualTo(new Completed(REGISTERED, ending.requests()));
        assertThat(ending.requests()).isLessThanOrEqualTo(5); // the regular ones and one more
    }

    @ParameterizedTest
    @EnumSource(UnavailabilityCause.class)
    void sendsTheLastRequestAfterEveryFailure(UnavailabilityCause cause) throws InterruptedException {
        BatchStatusQuery query = batch -> watching.time.passed().toSeconds() < 60 ? unavailable(cause) : REGISTERED;

        assertThat(watching.watch(query, REGULAR.withTimeout(Duration.ofSeconds(60))))
                .isInstanceOf(Completed.class);
        assertThat(watching.time.passed()).hasSeconds(60);
    }

    @ParameterizedTest
    @CsvSource({"59, 2", "60, 2", "61, 1"})
    void stopsBeforeARetryAfterThatWouldNotEndInTime(long retryAfterSeconds, int questions)
            throws InterruptedException {
        WatchSettings settings = REGULAR.withTimeout(Duration.ofSeconds(60));
        BatchStatusQuery failing =
                inTurn(unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(retryAfterSeconds)), REGISTERED);

        assertThat(watching.watch(failing, settings).requests()).isEqualTo(questions);
        assertThat(watching.time.passed()).hasSeconds(questions == 1 ? 0 : retryAfterSeconds);
    }

    @Test
    void asksAgainIfAnAnswerComesAfterTheTimeoutToARequestThatWasSentBefore() throws InterruptedException {
        BatchStatusQuery slow = batch -> {
            boolean isFinal = watching.time.passed().toSeconds() >= 60;
            watching.time.advance(Duration.ofSeconds(56));
            return isFinal ? REGISTERED : PROCESSING;
        };

        assertThat(watching.watch(slow, REGULAR.withTimeout(Duration.ofSeconds(60))))
                .isEqualTo(new Completed(REGISTERED, 2));
    }

    @Test
    void doesNotAskAgainIfTheLastAnswersTakeTooLong() throws InterruptedException {
        BatchStatusQuery slow = batch -> {
            watching.time.advance(Duration.ofSeconds(75));
            return PROCESSING;
        };
        watching.watchAll(slow, REGULAR.withTimeout(Duration.ofSeconds(60)), List.of(batch(1, 1), batch(1, 2)));

        assertThat(watching.recorder.endings()).hasSize(2).allMatch(TimedOut.class::isInstance);
        assertThat(watching.recorder.endings())
                .extracting(WatchEnding::requests)
                .containsExactly(1, 0);
    }

    @Test
    void countsTheTimeThatQuestionsTake() throws InterruptedException {
        BatchStatusQuery slow = batch -> {
            watching.time.advance(Duration.ofSeconds(3));
            return QUEUED;
        };

        assertThat(watching.watch(slow, REGULAR.withTimeout(Duration.ofMillis(33_000))))
                .extracting(WatchEnding::requests)
                .isEqualTo(4);
        assertThat(watching.time.passed()).hasSeconds(36); // the third answer comes when the time is up
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

    @Nested
    class AfterFailures {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

        @Test
        void tellsTheTroubleThatItHadLastAndHowFarTheBatchWasBefore() throws InterruptedException {
            assertThat(watching.watch(inTurn(PROCESSING, UNAVAILABLE), REGULAR.withTimeout(Duration.ofSeconds(20)))
                            .last())
                    .isEqualTo(
                            new LastObservation(Optional.of(PROCESSING.status().progress()), Optional.of(UNAVAILABLE)));
        }

        @Test
        void forgetsTroubleThatIsOver() throws InterruptedException {
            assertThat(watching.watch(inTurn(UNAVAILABLE, PROCESSING), REGULAR.withTimeout(Duration.ofSeconds(20)))
                            .last())
                    .isEqualTo(
                            new LastObservation(Optional.of(PROCESSING.status().progress()), Optional.empty()));
        }

        @Test
        void keepsOfTroubleWhatSupportAsksForButNotTheServersIds() throws InterruptedException {
            Optional<UUID> sent = Optional.of(new UUID(3, 4));
            Optional<String> received = Optional.of("received");
            Duration second = Duration.ofSeconds(1);
            ServerIds ids = new ServerIds(received, received, received, received);
            Trace whole =
                    new Trace(2, second, OptionalInt.of(503), sent, sent, ids, List.of(UnavailabilityCause.TIMED_OUT));
            Unavailable answer = new Unavailable(UnavailabilityCause.FAILING, "it is so", Optional.of(second), whole);

            assertThat(watching.watch(inTurn(answer), REGULAR.withTimeout(second.minusMillis(1)))
                            .last()
                            .failure())
                    .contains(answer.withTrace(new Trace(2, second, OptionalInt.of(503), sent, sent, ServerIds.NONE)));
            assertThat(watching.recorder.all(WatchEvent.Answered.class))
                    .extracting(WatchEvent.Answered::answer)
                    .containsExactly(answer);
        }
    }
}
