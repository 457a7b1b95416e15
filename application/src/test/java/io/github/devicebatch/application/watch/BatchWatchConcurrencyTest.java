package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.BATCH;
import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.batches;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.ConcurrentWatch.SETTINGS;
import static io.github.devicebatch.application.support.LeapingTime.at;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.Answers;
import io.github.devicebatch.application.support.BackgroundTask;
import io.github.devicebatch.application.support.ConcurrentWatch;
import io.github.devicebatch.application.support.EventRecorder;
import io.github.devicebatch.application.support.HeldQuery;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEvent.Answered;
import io.github.devicebatch.application.watch.WatchEvent.Changed;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.application.watch.WatchEvent.Paused;
import io.github.devicebatch.domain.BatchMemory;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchWatchConcurrencyTest {

    private static final BatchReference ONE = batch(1, 1);
    private static final BatchReference TWO = batch(1, 2);
    private static final BatchReference THREE = batch(1, 3);

    private final ConcurrentWatch watching = new ConcurrentWatch();
    private final SteppedTime time = watching.time;
    private final HeldQuery switchboard = watching.switchboard;
    private final List<WatchEvent> events = watching.events;

    @Test
    void neverHasMoreQuestionsUnderWayThanItMay() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS, batches(100));
        for (int answered = 0; answered < 100; answered++) {
            switchboard.answer(switchboard.nextCall(), REGISTERED);
        }
        watch.join();

        assertThat(switchboard.mostAtOnce()).isBetween(1, 3);
        assertThat(watching.ended(Completed.class)).hasSize(100);
    }

    @Test
    void hasAsManyUnderWayAsItMay() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS, batches(3));
        List<BatchReference> asked = List.of(switchboard.nextCall(), switchboard.nextCall(), switchboard.nextCall());
        asked.forEach(batch -> switchboard.answer(batch, REGISTERED));
        watch.join();

        assertThat(switchboard.mostAtOnce()).isEqualTo(3);
        assertThat(time.pauses()).isZero(); // there was nothing to be woken for
    }

    @Test
    void asksWhatIsDueWhileAnotherQuestionIsUnderWay() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS, List.of(ONE, TWO));
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.answer(ONE, PROCESSING);
        time.awaitAlarmFor(8);
        time.advance(Duration.ofSeconds(8));

        assertThat(switchboard.nextCall()).isEqualTo(ONE);
        switchboard.answer(ONE, REGISTERED);
        switchboard.answer(TWO, REGISTERED);
        watch.join();
        assertThat(watching.ended(Completed.class)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void setsItsOneAlarmForTheEarliestMoment() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS, List.of(ONE, TWO, THREE));
        switchboard.answer(ONE, unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(100)));
        time.awaitAlarmFor(100);
        switchboard.answer(TWO, PROCESSING);
        time.awaitAlarmFor(8);
        time.advance(Duration.ofSeconds(8));
        time.awaitAlarmFor(100);
        switchboard.answer(TWO, REGISTERED);
        time.advance(Duration.ofSeconds(92));
        switchboard.answer(ONE, REGISTERED);
        switchboard.answer(THREE, REGISTERED);
        watch.join();

        assertThat(switchboard.questions()).isEqualTo(5);
        assertThat(time.mostAtOnce()).isEqualTo(1);
        assertThat(time.pauses()).isEqualTo(3);
        assertThat(time.noThreadPauses()).isTrue();
    }

    @Test
    void keepsItsAlarmWhileNothingIsDueSooner() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS, List.of(ONE, TWO, THREE));
        switchboard.answer(ONE, unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(100)));
        time.awaitAlarmFor(100);
        switchboard.answer(TWO, REGISTERED);
        watching.oneEnded.await();
        watch.awaitWaiting();
        switchboard.answer(THREE, REGISTERED);
        time.awaitPauseUntil(100);
        time.advance(Duration.ofSeconds(100));
        switchboard.answer(ONE, REGISTERED);
        watch.join();

        assertThat(time.pauses()).isEqualTo(2); // the alarm and the watch itself
    }

    @Test
    void setsItsAlarmAgainAfterItHasPausedItself() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS, List.of(ONE, TWO));
        switchboard.answer(ONE, unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(10)));
        time.awaitAlarmFor(10);
        switchboard.answer(TWO, unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(10)));
        time.awaitPauseUntil(10);
        time.advance(Duration.ofSeconds(10));
        switchboard.answer(TWO, PROCESSING);
        time.awaitAlarmFor(26);
        switchboard.answer(ONE, REGISTERED);
        time.awaitPauseUntil(26);
        time.advance(Duration.ofSeconds(16));
        switchboard.answer(TWO, REGISTERED);
        watch.join();

        assertThat(switchboard.questions()).isEqualTo(5);
    }

    @Test
    void doesNotShortenAHold() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS, List.of(ONE, TWO));
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.answer(ONE, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(57)));
        time.awaitAlarmFor(57);
        switchboard.answer(TWO, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(5)));
        time.awaitPauseUntil(57);
        time.advance(Duration.ofSeconds(57));
        switchboard.answer(switchboard.nextCall(), REGISTERED);
        switchboard.answer(switchboard.nextCall(), REGISTERED);
        watch.join();

        assertThat(events).filteredOn(Held.class::isInstance).hasSize(1);
        assertThat(time.mostAtOnce()).isEqualTo(1); // the alarm is off when the watch itself pauses
        assertThat(events)
                .filteredOn(event -> event instanceof WatchEvent.Answered answered && answered.request() == 2)
                .extracting(WatchEvent::when)
                .containsOnly(LeapingTime.START.plusSeconds(57));
    }

    @Nested
    class EventOrder {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

        @Test
        void tellsEveryAnswerEveryChangeEveryPauseAndTheEndInThisOrder() throws InterruptedException {
            watching.watch(inTurn(QUEUED, QUEUED, PROCESSING, REGISTERED), REGULAR);

            BatchMemory queued = BatchMemory.empty().after(QUEUED.status());
            BatchMemory processing = queued.after(PROCESSING.status());
            assertThat(watching.recorder.events())
                    .containsExactly(
                            new Answered(BATCH, at(0), QUEUED, 1),
                            new Changed(BATCH, at(0), BatchMemory.empty().changeTo(QUEUED.status())),
                            new Paused(BATCH, at(0), PauseReason.SCHEDULE, Duration.ofSeconds(8)),
                            new Answered(BATCH, at(8), QUEUED, 2),
                            new Paused(BATCH, at(8), PauseReason.SCHEDULE, Duration.ofSeconds(16)),
                            new Answered(BATCH, at(24), PROCESSING, 3),
                            new Changed(BATCH, at(24), queued.changeTo(PROCESSING.status())),
                            new Paused(BATCH, at(24), PauseReason.SCHEDULE, Duration.ofSeconds(32)),
                            new Answered(BATCH, at(56), REGISTERED, 4),
                            new Changed(BATCH, at(56), processing.changeTo(REGISTERED.status())),
                            new Ended(BATCH, at(56), new Completed(REGISTERED, 4)));
        }
    }

    @Nested
    class Fairness {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();
        private final EventRecorder recorder = watching.recorder;

        @Test
        void letsCustomersTakeTurns() throws InterruptedException {
            List<BatchReference> references = new ArrayList<>(batches(5_000));
            references.add(batch(2, 1));
            references.add(batch(3, 1));
            references.add(batch(3, 2));
            watching.watchAll(inTurn(REGISTERED), REGULAR, references);

            assertThat(recorder.answered().subList(0, 8))
                    .containsExactly(
                            batch(1, 1),
                            batch(2, 1),
                            batch(3, 1),
                            batch(1, 2),
                            batch(3, 2),
                            batch(1, 3),
                            batch(1, 4),
                            batch(1, 5));
            assertThat(recorder.answered()).hasSize(5_003);
        }

        @Test
        void doesNotLetACustomerWithManyBatchesStarveOneWithFewWhenQuestionsTakeTime() throws InterruptedException {
            List<BatchReference> references = new ArrayList<>(batches(5_000));
            references.add(batch(2, 1));
            List<Duration> asked = new ArrayList<>();
            BatchStatusQuery slow = batch -> {
                if (batch.equals(batch(2, 1))) {
                    asked.add(watching.time.passed());
                }
                watching.time.advance(Duration.ofMillis(100));
                return QUEUED;
            };
            watching.watchAll(slow, REGULAR.withTimeout(Duration.ofMinutes(6)), references);

            assertThat(asked)
                    .extracting(Duration::toMillis)
                    .containsExactly(100L, 8_300L, 24_500L, 56_700L, 120_900L, 185_100L, 249_300L, 313_500L, 360_100L);
        }

        @Test
        void asksInTheOrderInWhichTheyAreDueWithinACustomer() throws InterruptedException {
            List<BatchStatusAnswer> answers = new ArrayList<>(List.of(
                    Answers.unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(30)),
                    Answers.unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(20)),
                    Answers.unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(10))));
            watching.watchAll(batch -> answers.isEmpty() ? REGISTERED : answers.removeFirst(), REGULAR, batches(3));

            assertThat(recorder.answered().subList(3, 6)).containsExactly(batch(1, 3), batch(1, 2), batch(1, 1));
        }
    }
}
