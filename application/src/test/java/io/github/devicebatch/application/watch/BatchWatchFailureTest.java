package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.FAILED;
import static io.github.devicebatch.application.support.Answers.NOT_FOUND;
import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static io.github.devicebatch.application.support.Answers.UNCONFIRMED;
import static io.github.devicebatch.application.support.Answers.UNREADABLE;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.batches;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static io.github.devicebatch.application.watch.PauseReason.CONFIRMING;
import static io.github.devicebatch.application.watch.PauseReason.NOT_FOUND_GRACE;
import static io.github.devicebatch.application.watch.PauseReason.SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.support.BackgroundTask;
import io.github.devicebatch.application.support.FailingWatch;
import io.github.devicebatch.application.support.HeldQuery;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.GaveUp;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that may end a watch. Requests are sent after 0, 8, 24, 56, 120, 184 … seconds. */
class BatchWatchFailureTest {

    private final WatchWithoutJitter watching = new WatchWithoutJitter();

    @Test
    void bearsTwoUnreadableAnswersInARow() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNREADABLE, UNREADABLE, QUEUED, UNREADABLE, UNREADABLE, REGISTERED), REGULAR))
                .isEqualTo(new Completed(REGISTERED, 6));
        assertThat(watching.recorder.reasons())
                .containsExactly(
                        PauseReason.UNREADABLE,
                        PauseReason.UNREADABLE,
                        SCHEDULE,
                        PauseReason.UNREADABLE,
                        PauseReason.UNREADABLE);
    }

    @Test
    void givesUpAtTheThirdUnreadableAnswerInARow() throws InterruptedException {
        assertThat(watching.watch(inTurn(PROCESSING, UNREADABLE, UNREADABLE, UNREADABLE, REGISTERED), REGULAR))
                .isEqualTo(
                        new GaveUp(UNREADABLE, Optional.of(PROCESSING.status().progress()), 4));
    }

    /** More requests would lack the same memory. */
    @Test
    void givesUpAtOnceIfThisProgramLacksTheMemory() throws InterruptedException {
        var tooLarge = new BatchStatusAnswer.Unreadable("too large", Party.CLIENT, Trace.NOTHING_SENT);

        assertThat(watching.watch(inTurn(PROCESSING, tooLarge, REGISTERED), REGULAR))
                .isEqualTo(new GaveUp(tooLarge, Optional.of(PROCESSING.status().progress()), 2));
    }

    @Test
    void countsUnreadableAnswersAnewAfterAnyOther() throws InterruptedException {
        assertThat(watching.watch(
                        inTurn(UNREADABLE, UNREADABLE, UNAVAILABLE, UNREADABLE, UNREADABLE, REGISTERED), REGULAR))
                .isEqualTo(new Completed(REGISTERED, 6));
    }

    @Test
    void asksAgainAboutAnUnknownBatchWithinTheGraceByTheSchedule() throws InterruptedException {
        WatchSettings settings = REGULAR.withNotFoundGrace(Duration.ofSeconds(20));

        assertThat(watching.watch(inTurn(NOT_FOUND, NOT_FOUND, REGISTERED), settings))
                .isEqualTo(new Completed(REGISTERED, 3));
        assertThat(watching.recorder.reasons()).containsExactly(NOT_FOUND_GRACE, NOT_FOUND_GRACE);
        assertThat(watching.time.passed()).hasSeconds(24);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "8000, 2", "8001, 3", "24000, 3", "24001, 4"})
    void givesUpOnAnUnknownBatchAfterTheGrace(long graceMillis, int questions) throws InterruptedException {
        WatchSettings settings = REGULAR.withNotFoundGrace(Duration.ofMillis(graceMillis));

        assertThat(watching.watch(inTurn(NOT_FOUND), settings))
                .isEqualTo(new GaveUp(NOT_FOUND, Optional.empty(), questions));
    }

    @Test
    void timesOutWithinTheGraceIfTheTimeIsShorter() throws InterruptedException {
        WatchSettings settings = REGULAR.withNotFoundGrace(Duration.ofHours(1)).withTimeout(Duration.ofSeconds(30));

        assertThat(watching.watch(inTurn(NOT_FOUND), settings))
                .isEqualTo(new TimedOut(new LastObservation(Optional.empty(), Optional.of(NOT_FOUND)), 4));
    }

    @Test
    void asksThreeMoreTimesAboutAFinalBatchWhoseRowsAreNotSettled() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNCONFIRMED), REGULAR)).isEqualTo(new Completed(UNCONFIRMED, 4));
        assertThat(watching.recorder.reasons()).containsExactly(CONFIRMING, CONFIRMING, CONFIRMING);
        assertThat(watching.time.passed()).hasSeconds(56);
    }

    @Test
    void takesTheOutcomeAsSoonAsItIsConfirmed() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNCONFIRMED, FAILED), REGULAR)).isEqualTo(new Completed(FAILED, 2));
    }

    @Test
    void confirmsThreeTimesInAllWhateverComesInBetween() throws InterruptedException {
        assertThat(watching.watch(
                        inTurn(UNCONFIRMED, UNAVAILABLE, UNCONFIRMED, PROCESSING, UNCONFIRMED, UNCONFIRMED, FAILED),
                        REGULAR))
                .isEqualTo(new Completed(UNCONFIRMED, 6));
    }

    @Test
    void takesAFinalBatchAsItIsIfThereIsNoTimeToConfirm() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNCONFIRMED), REGULAR.withTimeout(Duration.ofSeconds(20))))
                .isEqualTo(new Completed(UNCONFIRMED, 3)); // the third one at the timeout
    }

    @Nested
    @Timeout(60)
    class FailingQuery {

        private final FailingWatch failing = new FailingWatch();
        private final SteppedTime time = failing.time;
        private final HeldQuery switchboard = failing.switchboard;

        @Test
        void ofTheQueryReachesTheCallerFromTheSameThread() {
            assertThatThrownBy(() -> new WatchWithoutJitter().watch(batch -> FailingWatch.fail(), REGULAR))
                    .isSameAs(FailingWatch.BUG);
        }

        @Test
        void ofTheQueryReachesTheCallerFromAnotherThreadAndEndsTheOtherQuestions() throws InterruptedException {
            assertThat(failing.failureOf(batch -> FailingWatch.fail())).isSameAs(FailingWatch.BUG);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
            assertThat(time.noThreadPauses()).isTrue();
        }

        @Test
        void ofTheJvmReachesTheCallerToo() throws InterruptedException {
            Error error = new StackOverflowError("deep");

            assertThat(failing.failureOf(batch -> {
                        throw error;
                    }))
                    .isSameAs(error);
        }

        @Test
        void ofAnUnexpectedKindReachesTheCallerAsItsCause() throws InterruptedException {
            IOException undeclared = new IOException("not declared");

            assertThat(failing.failureOf(batch -> {
                        throw FailingQuery.<RuntimeException>undeclared(undeclared);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a query threw an undeclared exception")
                    .hasCause(undeclared);
        }

        @Test
        void toAnswerIsABug() throws InterruptedException {
            assertThatThrownBy(() -> new WatchWithoutJitter().watch(batch -> null, REGULAR))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("the query returned null");
            assertThat(failing.failureOf(batch -> null)).hasMessage("the query returned null");
        }

        @SuppressWarnings("unchecked") // it is none, and that is the point
        private static <E extends Exception> E undeclared(Exception exception) throws E {
            throw (E) exception;
        }
    }

    @Nested
    @Timeout(60)
    class Failures {

        private final FailingWatch failing = new FailingWatch();
        private final SteppedTime time = failing.time;
        private final HeldQuery switchboard = failing.switchboard;

        @Test
        void ofTheListenerEndsWhatIsUnderWay() throws InterruptedException {
            BackgroundTask watch = failing.start(switchboard, event -> FailingWatch.fail(), ending -> false);
            switchboard.nextCall();
            switchboard.nextCall();
            switchboard.nextCall();
            switchboard.answer(batch(1, 2), PROCESSING);

            assertThat(watch.failure()).isSameAs(FailingWatch.BUG);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
            assertThat(time.noThreadPauses()).isTrue();
        }

        @Test
        void ofTheOneWhoSaysWhichEndingIsTheLastOneReachesTheCaller() throws InterruptedException {
            BackgroundTask watch = failing.start(switchboard, event -> {}, ending -> {
                throw FailingWatch.BUG;
            });
            switchboard.answer(switchboard.nextCall(), REGISTERED);

            assertThat(watch.failure()).isSameAs(FailingWatch.BUG);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
        }

        @Test
        void ofThePauseOfTheAlarmReachesTheCaller() throws InterruptedException {
            Pause broken = duration -> {
                throw FailingWatch.BUG;
            };
            BatchWatch watch = BatchWatch.of(switchboard, time, broken, REGULAR.withConcurrency(3), new Random(1));

            assertThat(BackgroundTask.start(() -> watch.watchAll(batches(3), event -> {}))
                            .failure())
                    .isSameAs(FailingWatch.BUG);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
        }
    }
}
