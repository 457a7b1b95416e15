package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static io.github.devicebatch.application.support.Answers.UNCONFIRMED;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.ConcurrentWatch.SETTINGS;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.BackgroundTask;
import io.github.devicebatch.application.support.ConcurrentWatch;
import io.github.devicebatch.application.support.HeldQuery;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are sent after 0, 8, 24, 56, 120, 184 … seconds. */
class BatchWatchTimeoutTest {

    private final WatchWithoutJitter watching = new WatchWithoutJitter();

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

        assertThat(watching.watch(failing, settings).requests()).isEqualTo(1);
        assertThat(watching.time.passed()).isZero();
    }

    @Test
    void countsTheTimeThatQuestionsTake() throws InterruptedException {
        BatchStatusQuery slow = batch -> {
            watching.time.advance(Duration.ofSeconds(3));
            return QUEUED;
        };

        assertThat(watching.watch(slow, REGULAR.withTimeout(Duration.ofMillis(33_000))))
                .extracting(WatchEnding::requests)
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

            assertThat(watching.watch(inTurn(answer), REGULAR.withTimeout(second))
                            .last()
                            .failure())
                    .contains(answer.withTrace(new Trace(2, second, OptionalInt.of(503), sent, sent, ServerIds.NONE)));
            assertThat(watching.recorder.all(WatchEvent.Answered.class))
                    .extracting(WatchEvent.Answered::answer)
                    .containsExactly(answer);
        }
    }

    @Nested
    @Timeout(60)
    class LastMoment {

        private static final BatchReference ONE = batch(1, 1);
        private static final BatchReference TWO = batch(1, 2);
        private static final BatchReference THREE = batch(1, 3);

        private final ConcurrentWatch watching = new ConcurrentWatch();
        private final SteppedTime time = watching.time;
        private final HeldQuery switchboard = watching.switchboard;
        private final List<WatchEvent> events = watching.events;

        @Test
        void interruptsWhatIsUnderWayWhenTheTimeIsUp() throws InterruptedException, ExecutionException {
            BackgroundTask watch =
                    watching.start(SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO, THREE, batch(2, 4)));
            for (int asked = 0; asked < 3; asked++) {
                switchboard.nextCall();
            }
            time.awaitAlarmFor(60);
            time.advance(Duration.ofSeconds(60));
            watch.join();

            assertThat(events).hasSize(4).allMatch(Ended.class::isInstance);
            assertThat(watching.ended(TimedOut.class)).containsExactlyInAnyOrder(ONE, TWO, THREE, batch(2, 4));
            assertThat(switchboard.allThreadsAreGone()).isTrue();
            assertThat(time.noThreadPauses()).isTrue();
        }

        @Test
        void takesAnAnswerThatComesAsTheTimeIsUp() throws InterruptedException, ExecutionException {
            BatchStatusQuery lastWord = batch -> watching.lastWord(batch.equals(ONE) ? REGISTERED : PROCESSING)
                    .ask(batch);
            BackgroundTask watch = watching.start(
                    lastWord, SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO), ending -> false);
            switchboard.nextCall();
            switchboard.nextCall();
            time.awaitAlarmFor(60);
            time.advance(Duration.ofSeconds(60));
            watch.join();

            assertThat(watching.ended(Completed.class)).containsExactly(ONE);
            assertThat(watching.ended(TimedOut.class)).containsExactly(TWO);
        }

        @Test
        void doesNotHideABugThatShowsAsTheTimeIsUp() throws InterruptedException {
            IllegalStateException bug = new IllegalStateException("a bug");
            BatchStatusQuery broken = batch -> {
                try {
                    return switchboard.ask(batch);
                } catch (InterruptedException interrupted) {
                    throw bug;
                }
            };
            BackgroundTask watch = watching.start(
                    broken, SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO), ending -> false);
            switchboard.nextCall();
            switchboard.nextCall();
            time.awaitAlarmFor(60);
            time.advance(Duration.ofSeconds(60));

            assertThat(watch.failure()).isSameAs(bug);
            assertThat(events).isEmpty();
        }

        @Test
        void takesAFinalBatchAsItIsIfItIsHeldTooLongToBeConfirmed() throws InterruptedException, ExecutionException {
            BackgroundTask watch = watching.start(SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO));
            switchboard.nextCall();
            switchboard.nextCall();
            switchboard.answer(ONE, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(60)));
            watching.oneEnded.await();
            switchboard.answer(TWO, UNCONFIRMED);
            watch.join();

            assertThat(watching.ended(TimedOut.class)).containsExactly(ONE);
            assertThat(watching.ended(Completed.class)).containsExactly(TWO);
            assertThat(events).noneMatch(WatchEvent.Paused.class::isInstance);
        }
    }
}
