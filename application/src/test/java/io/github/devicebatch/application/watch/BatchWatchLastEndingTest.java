package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.FAILED;
import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.batches;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.ConcurrentWatch.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.BackgroundTask;
import io.github.devicebatch.application.support.ConcurrentWatch;
import io.github.devicebatch.application.support.HeldQuery;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.Stopped;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchWatchLastEndingTest {

    private static final BatchReference ONE = batch(1, 1);
    private static final BatchReference TWO = batch(1, 2);
    private static final BatchReference THREE = batch(1, 3);

    private final ConcurrentWatch watching = new ConcurrentWatch();
    private final SteppedTime time = watching.time;
    private final HeldQuery switchboard = watching.switchboard;
    private final List<WatchEvent> events = watching.events;

    @Test
    void takesNoAnswerAsTheTimeIsUpAfterTheLastOne() throws InterruptedException, ExecutionException {
        WatchSettings settings = SETTINGS.withTimeout(Duration.ofSeconds(60));
        BackgroundTask watch = watching.start(
                watching.lastWord(REGISTERED), settings, List.of(ONE, TWO, THREE), Completed.class::isInstance);
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.nextCall();
        time.awaitAlarmFor(75);
        time.advance(Duration.ofSeconds(75));
        watch.join();

        assertThat(watching.ended(Completed.class)).hasSize(1);
        assertThat(watching.ended(Stopped.class)).hasSize(2);
    }

    @Test
    void stopsWhatIsUnderWayWhenAnEndingIsTheLastOne() throws InterruptedException, ExecutionException {
        BackgroundTask watch = watching.start(switchboard, SETTINGS, batches(5), Completed.class::isInstance);
        for (int asked = 0; asked < 3; asked++) {
            switchboard.nextCall();
        }
        switchboard.answer(TWO, FAILED);
        watch.join();

        assertThat(watching.ended(Completed.class)).containsExactly(TWO);
        assertThat(watching.ended(Stopped.class)).containsExactly(ONE, THREE, batch(1, 4), batch(1, 5));
        assertThat(events)
                .filteredOn(
                        event -> event instanceof Ended ended && ended.batch().equals(ONE))
                .containsExactly(new Ended(ONE, LeapingTime.START, new Stopped(LastObservation.NOTHING, 1)));
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void doesNotWaitForWhatIsUnderWayWhenTheLastEndingIsOfABatchThatIsHeldTooLong()
            throws InterruptedException, ExecutionException {
        WatchSettings settings = SETTINGS.withTimeout(Duration.ofSeconds(60));
        BackgroundTask watch = watching.start(
                switchboard,
                settings,
                List.of(ONE, TWO, THREE),
                ending -> ending.last().failure().isEmpty());
        for (int asked = 0; asked < 3; asked++) {
            switchboard.nextCall();
        }
        switchboard.answer(TWO, PROCESSING);
        time.awaitAlarmFor(8);
        switchboard.answer(THREE, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(61)));
        watch.join();

        assertThat(watching.ended(TimedOut.class)).containsExactly(THREE, TWO);
        assertThat(watching.ended(Stopped.class)).containsExactly(ONE);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }
}
