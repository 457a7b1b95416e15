package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.FAILED;
import static io.github.devicebatch.application.Replies.PROCESSING;
import static io.github.devicebatch.application.Replies.REGISTERED;
import static io.github.devicebatch.application.Replies.batch;
import static io.github.devicebatch.application.Replies.batches;
import static io.github.devicebatch.application.Replies.unavailable;
import static io.github.devicebatch.application.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.WatchEnding.Completed;
import io.github.devicebatch.application.WatchEnding.Stopped;
import io.github.devicebatch.application.WatchEnding.TimedOut;
import io.github.devicebatch.application.WatchEvent.Ended;
import io.github.devicebatch.application.WatchEvent.Held;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchConcurrencyTest {

    private static final BatchReference ONE = batch(1, 1);
    private static final BatchReference TWO = batch(1, 2);
    private static final BatchReference THREE = batch(1, 3);
    private static final WatchSettings SETTINGS = REGULAR.withConcurrency(3).withoutTimeout();

    private final SteppedTime time = new SteppedTime();
    private final Switchboard switchboard = new Switchboard();
    private final List<WatchEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void neverHasMoreQuestionsUnderWayThanItMay() throws InterruptedException, ExecutionException {
        InBackground watch = watch(SETTINGS, batches(100));
        for (int answered = 0; answered < 100; answered++) {
            switchboard.answer(switchboard.nextCall(), REGISTERED);
        }
        watch.join();

        assertThat(switchboard.mostAtOnce()).isBetween(1, 3);
        assertThat(ended(Completed.class)).hasSize(100);
    }

    @Test
    void hasAsManyUnderWayAsItMay() throws InterruptedException, ExecutionException {
        InBackground watch = watch(SETTINGS, batches(3));
        List<BatchReference> asked = List.of(switchboard.nextCall(), switchboard.nextCall(), switchboard.nextCall());
        asked.forEach(batch -> switchboard.answer(batch, REGISTERED));
        watch.join();

        assertThat(switchboard.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void asksWhatIsDueWhileAnotherQuestionIsUnderWay() throws InterruptedException, ExecutionException {
        InBackground watch = watch(SETTINGS, List.of(ONE, TWO));
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.answer(ONE, PROCESSING);
        time.awaitAlarmFor(8);
        time.advance(Duration.ofSeconds(8));

        assertThat(switchboard.nextCall()).isEqualTo(ONE);
        switchboard.answer(ONE, REGISTERED);
        switchboard.answer(TWO, REGISTERED);
        watch.join();
        assertThat(ended(Completed.class)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void setsItsOneAlarmForTheEarliestMoment() throws InterruptedException, ExecutionException {
        InBackground watch = watch(SETTINGS, List.of(ONE, TWO, THREE));
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
        assertThat(time.nobodyPauses()).isTrue();
    }

    @Test
    void interruptsWhatIsUnderWayWhenTheTimeIsUp() throws InterruptedException, ExecutionException {
        InBackground watch = watch(SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO, THREE, batch(2, 4)));
        for (int asked = 0; asked < 3; asked++) {
            switchboard.nextCall();
        }
        time.awaitAlarmFor(60);
        time.advance(Duration.ofSeconds(60));
        watch.join();

        assertThat(events).hasSize(4).allMatch(Ended.class::isInstance);
        assertThat(ended(TimedOut.class)).containsExactlyInAnyOrder(ONE, TWO, THREE, batch(2, 4));
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(time.nobodyPauses()).isTrue();
    }

    @Test
    void takesAnAnswerThatComesAsTheTimeIsUp() throws InterruptedException, ExecutionException {
        BatchStatusQuery lastWord = batch -> {
            try {
                return switchboard.ask(batch);
            } catch (InterruptedException interrupted) {
                return batch.equals(ONE) ? REGISTERED : PROCESSING;
            }
        };
        InBackground watch =
                watch(lastWord, SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO), ending -> false);
        switchboard.nextCall();
        switchboard.nextCall();
        time.awaitAlarmFor(60);
        time.advance(Duration.ofSeconds(60));
        watch.join();

        assertThat(ended(Completed.class)).containsExactly(ONE);
        assertThat(ended(TimedOut.class)).containsExactly(TWO);
    }

    @Test
    void doesNotShortenAHold() throws InterruptedException, ExecutionException {
        InBackground watch = watch(SETTINGS, List.of(ONE, TWO));
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
        assertThat(events)
                .filteredOn(event -> event instanceof WatchEvent.Answered answered && answered.question() == 2)
                .extracting(WatchEvent::when)
                .containsOnly(LeapingTime.START.plusSeconds(57));
    }

    @Test
    void stopsWhatIsUnderWayWhenAnEndingIsTheLastOne() throws InterruptedException, ExecutionException {
        InBackground watch = watch(switchboard, SETTINGS, batches(5), Completed.class::isInstance);
        for (int asked = 0; asked < 3; asked++) {
            switchboard.nextCall();
        }
        switchboard.answer(TWO, FAILED);
        watch.join();

        assertThat(ended(Completed.class)).containsExactly(TWO);
        assertThat(ended(Stopped.class)).containsExactly(ONE, THREE, batch(1, 4), batch(1, 5));
        assertThat(events)
                .filteredOn(
                        event -> event instanceof Ended ended && ended.batch().equals(ONE))
                .containsExactly(new Ended(ONE, LeapingTime.START, new Stopped(LastKnown.NOTHING, 1)));
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void doesNotWaitForWhatIsUnderWayWhenTheLastEndingIsOfABatchThatIsHeldTooLong()
            throws InterruptedException, ExecutionException {
        WatchSettings settings = SETTINGS.withTimeout(Duration.ofSeconds(60));
        InBackground watch = watch(
                switchboard,
                settings,
                List.of(ONE, TWO, THREE),
                ending -> ending.last().trouble().isEmpty());
        for (int asked = 0; asked < 3; asked++) {
            switchboard.nextCall();
        }
        switchboard.answer(TWO, PROCESSING);
        time.awaitAlarmFor(8);
        switchboard.answer(THREE, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(60)));
        watch.join();

        assertThat(ended(TimedOut.class)).containsExactly(THREE, TWO);
        assertThat(ended(Stopped.class)).containsExactly(ONE);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    private InBackground watch(WatchSettings settings, List<BatchReference> batches) {
        return watch(switchboard, settings, batches, ending -> false);
    }

    private InBackground watch(
            BatchStatusQuery query,
            WatchSettings settings,
            List<BatchReference> batches,
            Predicate<WatchEnding> lastOne) {
        BatchWatch watch = BatchWatch.of(query, time, time, settings, new Random(1));
        return InBackground.start(() -> watch.watchAll(batches, events::add, lastOne));
    }

    private List<BatchReference> ended(Class<? extends WatchEnding> way) {
        return events.stream()
                .flatMap(event -> event instanceof Ended ended && way.isInstance(ended.ending())
                        ? Optional.of(ended.batch()).stream()
                        : Optional.<BatchReference>empty().stream())
                .toList();
    }
}
