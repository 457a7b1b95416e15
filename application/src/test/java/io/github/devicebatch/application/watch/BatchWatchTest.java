package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.BATCH;
import static io.github.devicebatch.application.support.Answers.FAILED;
import static io.github.devicebatch.application.support.Answers.NOT_FOUND;
import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REFUSED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.found;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.LeapingTime.at;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.GaveUp;
import io.github.devicebatch.application.watch.WatchEvent.Answered;
import io.github.devicebatch.application.watch.WatchEvent.Changed;
import io.github.devicebatch.application.watch.WatchEvent.Contradicted;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.application.watch.WatchEvent.Paused;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.StateWentBack;
import io.github.devicebatch.domain.BatchState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BatchWatchTest {

    private final WatchWithoutJitter watching = new WatchWithoutJitter();

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
    void worksWithoutAListenerAndWithTheDefaults() throws InterruptedException {
        LeapingTime time = watching.time;

        assertThat(BatchWatch.of(inTurn(QUEUED, REGISTERED), time, time).watch(BATCH))
                .isEqualTo(new Completed(REGISTERED, 2));
        assertThat(time.passed()).isBetween(Duration.ofMillis(4_500), Duration.ofMillis(5_500));
    }

    @Nested
    class NullArguments {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

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
    }

    @Nested
    class GivesUp {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

        @Test
        void givesUpWhenItIsRefusedAndKeepsWhatItKnew() throws InterruptedException {
            assertThat(watching.watch(inTurn(PROCESSING, REFUSED), REGULAR))
                    .isEqualTo(
                            new GaveUp(REFUSED, Optional.of(PROCESSING.status().progress()), 2));
        }

        @Test
        void givesUpAtOnceOnAnUnknownBatch() throws InterruptedException {
            assertThat(watching.watch(inTurn(NOT_FOUND), REGULAR))
                    .isEqualTo(new GaveUp(NOT_FOUND, Optional.empty(), 1));
        }
    }

    @Nested
    class Unavailable {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

        @ParameterizedTest
        @EnumSource
        void isNoReasonToEndWhateverTheCause(UnavailabilityCause cause) throws InterruptedException {
            BatchStatusAnswer answer = unavailable(cause);

            assertThat(watching.watch(inTurn(answer, answer, answer, answer, answer, REGISTERED), REGULAR))
                    .isEqualTo(new Completed(REGISTERED, 6));
            assertThat(watching.recorder.reasons()).hasSize(5).containsOnly(PauseReason.UNAVAILABLE);
            assertThat(watching.recorder.all(Held.class)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "0, 8000, UNAVAILABLE",
            "8000, 8000, UNAVAILABLE",
            "8001, 8001, RETRY_AFTER",
            "600000, 600000, RETRY_AFTER"
        })
        void waitsAtLeastAsLongAsTheServiceAsksFor(long retryAfterMillis, long waitedMillis, PauseReason reason)
                throws InterruptedException {
            BatchStatusAnswer answer = unavailable(UnavailabilityCause.FAILING, Duration.ofMillis(retryAfterMillis));
            watching.watch(inTurn(answer, REGISTERED), REGULAR);

            assertThat(watching.time.passed()).hasMillis(waitedMillis);
            assertThat(watching.recorder.reasons()).containsExactly(reason);
        }

        @Test
        void doesNotStartTheScheduleAgain() throws InterruptedException {
            watching.watch(
                    inTurn(
                            PROCESSING,
                            unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(100)),
                            PROCESSING,
                            REGISTERED),
                    REGULAR);

            assertThat(watching.time.pauses())
                    .containsExactly(Duration.ofSeconds(8), Duration.ofSeconds(100), Duration.ofSeconds(32));
        }
    }

    @Nested
    class CallingThread {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

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
    }

    @Nested
    class Contradictions {

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

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
    }
}
