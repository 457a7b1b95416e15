package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.ConcurrentWatch.SETTINGS;
import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.batches;
import static io.github.devicebatch.application.support.Replies.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.ConcurrentWatch;
import io.github.devicebatch.application.support.InBackground;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.support.Switchboard;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchConcurrencyTest {

    private static final BatchReference ONE = batch(1, 1);
    private static final BatchReference TWO = batch(1, 2);
    private static final BatchReference THREE = batch(1, 3);

    private final ConcurrentWatch watching = new ConcurrentWatch();
    private final SteppedTime time = watching.time;
    private final Switchboard switchboard = watching.switchboard;
    private final List<WatchEvent> events = watching.events;

    @Test
    void neverHasMoreQuestionsUnderWayThanItMay() throws InterruptedException, ExecutionException {
        InBackground watch = watching.start(SETTINGS, batches(100));
        for (int answered = 0; answered < 100; answered++) {
            switchboard.answer(switchboard.nextCall(), REGISTERED);
        }
        watch.join();

        assertThat(switchboard.mostAtOnce()).isBetween(1, 3);
        assertThat(watching.ended(Completed.class)).hasSize(100);
    }

    @Test
    void hasAsManyUnderWayAsItMay() throws InterruptedException, ExecutionException {
        InBackground watch = watching.start(SETTINGS, batches(3));
        List<BatchReference> asked = List.of(switchboard.nextCall(), switchboard.nextCall(), switchboard.nextCall());
        asked.forEach(batch -> switchboard.answer(batch, REGISTERED));
        watch.join();

        assertThat(switchboard.mostAtOnce()).isEqualTo(3);
        assertThat(time.pauses()).isZero(); // there was nothing to be woken for
    }

    @Test
    void asksWhatIsDueWhileAnotherQuestionIsUnderWay() throws InterruptedException, ExecutionException {
        InBackground watch = watching.start(SETTINGS, List.of(ONE, TWO));
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
        InBackground watch = watching.start(SETTINGS, List.of(ONE, TWO, THREE));
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
        assertThat(time.nobodyPauses()).isTrue();
    }

    @Test
    void keepsItsAlarmWhileNothingIsDueSooner() throws InterruptedException, ExecutionException {
        InBackground watch = watching.start(SETTINGS, List.of(ONE, TWO, THREE));
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
        InBackground watch = watching.start(SETTINGS, List.of(ONE, TWO));
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
        InBackground watch = watching.start(SETTINGS, List.of(ONE, TWO));
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
                .filteredOn(event -> event instanceof WatchEvent.Answered answered && answered.question() == 2)
                .extracting(WatchEvent::when)
                .containsOnly(LeapingTime.START.plusSeconds(57));
    }
}
