package io.github.devicebatch.application;

import static io.github.devicebatch.application.LeapingTime.START;
import static io.github.devicebatch.application.Replies.BATCH;
import static io.github.devicebatch.application.Replies.FAILED;
import static io.github.devicebatch.application.Replies.NOT_FOUND;
import static io.github.devicebatch.application.Replies.PROCESSING;
import static io.github.devicebatch.application.Replies.QUEUED;
import static io.github.devicebatch.application.Replies.REFUSED;
import static io.github.devicebatch.application.Replies.REGISTERED;
import static io.github.devicebatch.application.Replies.found;
import static io.github.devicebatch.application.Replies.inTurn;
import static io.github.devicebatch.application.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.WatchEnding.Completed;
import io.github.devicebatch.application.WatchEnding.GaveUp;
import io.github.devicebatch.application.WatchEvent.Answered;
import io.github.devicebatch.application.WatchEvent.Changed;
import io.github.devicebatch.application.WatchEvent.Contradicted;
import io.github.devicebatch.application.WatchEvent.Ended;
import io.github.devicebatch.application.WatchEvent.Paused;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.StateWentBack;
import io.github.devicebatch.domain.BatchMemory;
import io.github.devicebatch.domain.BatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchWatchTest {

    private final Watching watching = new Watching();

    @Test
    void asksAtOnceAndThenLessAndLessOften() throws InterruptedException {
        WatchEnding ending =
                watching.watch(inTurn(QUEUED, QUEUED, QUEUED, QUEUED, QUEUED, QUEUED, REGISTERED), REGULAR);

        assertThat(ending).isEqualTo(new Completed(REGISTERED, 7));
        assertThat(watching.time.pauses()).extracting(Duration::toSeconds).containsExactly(8L, 16L, 32L, 64L, 64L, 64L);
    }

    @Test
    void asksOnceAboutABatchThatIsFinalAlready() throws InterruptedException {
        assertThat(watching.watch(inTurn(FAILED, REFUSED), REGULAR)).isEqualTo(new Completed(FAILED, 1));
        assertThat(watching.time.pauses()).isEmpty();
    }

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

    @Test
    void tellsAStateThatWentBackAsAContradictionAndNotAsAChange() throws InterruptedException {
        watching.watch(inTurn(PROCESSING, QUEUED, REGISTERED), REGULAR);

        assertThat(watching.recorder.events())
                .filteredOn(event -> event.when().equals(at(8)))
                .containsExactly(
                        new Answered(BATCH, at(8), QUEUED, 2),
                        new Contradicted(
                                BATCH,
                                at(8),
                                List.of(
                                        new StateWentBack(BatchState.Listed.PROCESSING, BatchState.Listed.QUEUED),
                                        new RowsVanished(1))),
                        new Paused(BATCH, at(8), PauseReason.SCHEDULE, Duration.ofSeconds(16)));
    }

    @Test
    void remembersHowFarTheBatchWasOverAnUnknownState() throws InterruptedException {
        watching.watch(inTurn(PROCESSING, found("unknown", "queued"), QUEUED, REGISTERED), REGULAR);

        assertThat(watching.recorder.all(Contradicted.class))
                .hasSize(1)
                .first()
                .satisfies(odd -> assertThat(odd.anomalies())
                        .contains(new StateWentBack(BatchState.Listed.PROCESSING, BatchState.Listed.QUEUED)));
    }

    @Test
    void tellsBothIfThereIsSomethingOddAndSomethingNew() throws InterruptedException {
        Found odd = found("queued", "finished");
        watching.watch(inTurn(PROCESSING, odd, REGISTERED), REGULAR);

        assertThat(watching.recorder.events())
                .filteredOn(event -> event.when().equals(at(8)))
                .extracting(Object::getClass)
                .containsExactly(Answered.class, Contradicted.class, Changed.class, Paused.class);
    }

    @Test
    void givesUpWhenItIsRefusedAndKeepsWhatItKnew() throws InterruptedException {
        assertThat(watching.watch(inTurn(PROCESSING, REFUSED), REGULAR))
                .isEqualTo(new GaveUp(REFUSED, Optional.of(PROCESSING.status().progress()), 2));
    }

    @Test
    void givesUpAtOnceOnABatchThatNobodyKnows() throws InterruptedException {
        assertThat(watching.watch(inTurn(NOT_FOUND), REGULAR)).isEqualTo(new GaveUp(NOT_FOUND, Optional.empty(), 1));
    }

    @Test
    void worksWithoutAListenerAndWithTheDefaults() throws InterruptedException {
        LeapingTime time = watching.time;

        assertThat(BatchWatch.of(inTurn(QUEUED, REGISTERED), time, time).watch(BATCH))
                .isEqualTo(new Completed(REGISTERED, 2));
        assertThat(time.passed()).isBetween(Duration.ofMillis(4_500), Duration.ofMillis(5_500));
    }

    @Test
    void asksAboutABatchAloneOnTheCallingThreadHoweverManyQuestionsItMayAskAtOnce() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        BatchStatusQuery query = batch -> {
            threads.add(Thread.currentThread());
            return threads.size() < 3 ? QUEUED : REGISTERED;
        };
        watching.watch(query, REGULAR.withConcurrency(8));

        assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void refusesNull() {
        LeapingTime time = watching.time;
        BatchStatusQuery query = inTurn(REGISTERED);
        BatchWatch watch = BatchWatch.of(query, time, time);

        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(null, time, time));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, null, time));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, time, null));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, time, time, null));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, time, time, REGULAR, null));
        assertThatNullPointerException().isThrownBy(() -> watch.watch(null));
        assertThatNullPointerException().isThrownBy(() -> watch.watch(BATCH, null));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(null, event -> {}));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(Arrays.asList(BATCH, null), event -> {}));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(List.of(), null));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(List.of(), event -> {}, null));
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
