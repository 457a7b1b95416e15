package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNCONFIRMED;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.ConcurrentWatch.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.BackgroundTask;
import io.github.devicebatch.application.support.ConcurrentWatch;
import io.github.devicebatch.application.support.HeldQuery;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are under way when the time is up, and the last ones, with several at once. */
@Timeout(60)
class BatchWatchLastMomentTest {

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
        time.awaitAlarmFor(75);
        time.advance(Duration.ofSeconds(75));
        watch.join();

        assertThat(events).hasSize(4).allMatch(Ended.class::isInstance);
        assertThat(watching.ended(TimedOut.class)).containsExactlyInAnyOrder(ONE, TWO, THREE, batch(2, 4));
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(time.noThreadPauses()).isTrue();
    }

    @Test
    void asksAboutEveryOpenBatchAtTheTimeout() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS.withTimeout(Duration.ofSeconds(6)), List.of(ONE, TWO));
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.answer(ONE, PROCESSING);
        time.awaitAlarmFor(6);
        time.advance(Duration.ofSeconds(6));
        assertThat(switchboard.nextCall()).isEqualTo(ONE);
        switchboard.answer(TWO, PROCESSING); // this request was sent before the timeout
        assertThat(switchboard.nextCall()).isEqualTo(TWO);
        switchboard.answer(TWO, REGISTERED);
        switchboard.answer(ONE, PROCESSING);
        watch.join();

        assertThat(watching.ended(Completed.class)).containsExactly(TWO);
        assertThat(watching.ended(TimedOut.class)).containsExactly(ONE);
    }

    @Test
    void waitsForLastAnswersNoLongerThanTheTimeoutItself() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS.withTimeout(Duration.ofSeconds(6)), List.of(ONE, TWO));
        switchboard.nextCall();
        switchboard.nextCall();
        time.awaitAlarmFor(12);
        time.advance(Duration.ofSeconds(12));
        watch.join();

        assertThat(watching.ended(TimedOut.class)).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(switchboard.questions()).isEqualTo(2);
    }

    @Test
    void takesAnAnswerThatComesAsTheTimeIsUp() throws InterruptedException, ExecutionException {
        BatchStatusQuery lastWord = batch ->
                watching.lastWord(batch.equals(ONE) ? REGISTERED : PROCESSING).ask(batch);
        BackgroundTask watch = watching.start(
                lastWord, SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO), ending -> false);
        switchboard.nextCall();
        switchboard.nextCall();
        time.awaitAlarmFor(75);
        time.advance(Duration.ofSeconds(75));
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
        time.awaitAlarmFor(75);
        time.advance(Duration.ofSeconds(75));

        assertThat(watch.failure()).isSameAs(bug);
        assertThat(events).isEmpty();
    }

    @Test
    void takesAFinalBatchAsItIsIfItIsHeldTooLongToBeConfirmed() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(SETTINGS.withTimeout(Duration.ofSeconds(60)), List.of(ONE, TWO));
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.answer(ONE, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(61)));
        watching.oneEnded.await();
        switchboard.answer(TWO, UNCONFIRMED);
        watch.join();

        assertThat(watching.ended(TimedOut.class)).containsExactly(ONE);
        assertThat(watching.ended(Completed.class)).containsExactly(TWO);
        assertThat(events).noneMatch(WatchEvent.Paused.class::isInstance);
    }
}
