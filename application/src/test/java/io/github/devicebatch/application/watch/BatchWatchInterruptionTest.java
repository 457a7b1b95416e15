package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static io.github.devicebatch.application.support.Answers.batches;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.support.Answers;
import io.github.devicebatch.application.support.BackgroundTask;
import io.github.devicebatch.application.support.HeldQuery;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchWatchInterruptionTest {

    private static final WatchSettings THREE_AT_ONCE = REGULAR.withConcurrency(3);

    private final SteppedTime time = new SteppedTime();
    private final HeldQuery switchboard = new HeldQuery();
    private final CountDownLatch interrupted = new CountDownLatch(2);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final List<WatchEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void endsAPause() throws InterruptedException {
        BackgroundTask watch = watch(batch -> PROCESSING, REGULAR, 10);
        time.awaitPauseUntil(8);
        watch.interrupt();

        assertThat(watch.failure()).isInstanceOf(InterruptedException.class);
        assertThat(events).hasSize(30).noneMatch(WatchEvent.Ended.class::isInstance);
    }

    @Test
    void keepsTheNextQuestionFromBeingAsked() {
        AtomicInteger questions = new AtomicInteger();
        BatchStatusQuery deaf = batch -> {
            if (questions.incrementAndGet() == 3) {
                Thread.currentThread().interrupt();
            }
            return REGISTERED;
        };

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> new WatchWithoutJitter().watchAll(deaf, REGULAR, batches(10)));
        assertThat(questions).hasValue(3);
    }

    @Test
    void keepsTheFirstQuestionFromBeingAsked() {
        AtomicInteger questions = new AtomicInteger();
        BatchStatusQuery query = batch -> {
            questions.incrementAndGet();
            return REGISTERED;
        };
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> new WatchWithoutJitter().watch(query, REGULAR));
        assertThat(questions).hasValue(0);
    }

    @Test
    void endsAQuestion() {
        BatchStatusQuery query = batch -> {
            throw new InterruptedException("while asking");
        };

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> new WatchWithoutJitter().watch(query, REGULAR))
                .withMessage("while asking");
    }

    @Test
    void endsAllQuestionsAndTheAlarmAndLeavesNoThreadBehind() throws InterruptedException {
        BackgroundTask watch = watch(switchboard, THREE_AT_ONCE, 10);
        for (int asked = 0; asked < 3; asked++) {
            switchboard.nextCall();
        }
        time.awaitAlarmFor(Duration.ofHours(1).plus(WatchSettings.LAST_REQUESTS).toSeconds());
        watch.interrupt();

        assertThat(watch.failure()).isInstanceOf(InterruptedException.class);
        assertThat(events).isEmpty();
        assertThat(switchboard.questions()).isEqualTo(3);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(time.noThreadPauses()).isTrue();
    }

    @Test
    void ofOneQuestionAloneEndsAllTheOthers() throws InterruptedException {
        BatchStatusQuery query = batch -> {
            if (batch.equals(Answers.batch(1, 3))) {
                throw new InterruptedException("by whomever");
            }
            return switchboard.ask(batch);
        };
        BackgroundTask watch = watch(query, THREE_AT_ONCE, 3);

        assertThat(watch.failure()).isInstanceOf(InterruptedException.class).hasMessage("a query was interrupted");
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void waitsForAQuestionThatTakesItsTimeToEnd() throws InterruptedException {
        BackgroundTask watch = watch(this::slowToEnd, THREE_AT_ONCE, 2);
        switchboard.nextCall();
        switchboard.nextCall();
        watch.interrupt();
        interrupted.await();

        for (int more = 0; more < 3; more++) {
            assertThat(watch.waitsAfterAnotherInterruption()).isTrue();
        }
        mayEnd.countDown();
        assertThat(watch.failure()).isInstanceOf(InterruptedException.class);
        assertThat(watch.leftInterrupted()).isTrue();
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(events).isEmpty();
    }

    private BatchStatusAnswer slowToEnd(BatchReference batch) throws InterruptedException {
        try {
            return switchboard.ask(batch);
        } catch (InterruptedException asked) {
            interrupted.countDown();
            mayEnd.await();
            return UNAVAILABLE;
        }
    }

    private BackgroundTask watch(BatchStatusQuery query, WatchSettings settings, int batches) {
        BatchWatch watch = BatchWatch.of(query, time, time, settings, new Random(1));
        return BackgroundTask.start(() -> watch.watchAll(batches(batches), events::add));
    }
}
