package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.BATCH;
import static io.github.devicebatch.application.support.Answers.FAILED;
import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REFUSED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.batches;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.support.EventRecorder;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.GaveUp;
import io.github.devicebatch.application.watch.WatchEnding.Stopped;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchWatchManyTest {

    private final WatchWithoutJitter watching = new WatchWithoutJitter();
    private final EventRecorder recorder = watching.recorder;

    @Test
    void isOverAtOnceIfThereIsNothingToWatch() throws InterruptedException {
        watching.watchAll(inTurn(REFUSED), REGULAR, List.of());

        assertThat(recorder.events()).isEmpty();
    }

    @Test
    void watchesABatchOnceThatIsNamedTwice() throws InterruptedException {
        List<BatchReference> named = List.of(batch(1, 1), batch(1, 2), batch(1, 1), batch(2, 1));
        watching.watchAll(inTurn(REGISTERED), REGULAR, named);

        assertThat(recorder.all(Ended.class))
                .extracting(Ended::batch)
                .containsExactly(batch(1, 1), batch(2, 1), batch(1, 2));
        assertThat(recorder.answered()).hasSize(3);
    }

    @Test
    void endsEachBatchInItsOwnWay() throws InterruptedException {
        BatchStatusQuery query = batch -> switch ((int) batch.tracking().value().getLeastSignificantBits()) {
            case 1 -> REGISTERED;
            case 2 -> REFUSED;
            default -> QUEUED;
        };
        watching.watchAll(query, REGULAR.withTimeout(Duration.ofSeconds(20)), batches(3));

        assertThat(recorder.endings())
                .containsExactly(
                        new Completed(REGISTERED, 1),
                        new GaveUp(REFUSED, Optional.empty(), 1),
                        new TimedOut(
                                new LastObservation(Optional.of(QUEUED.status().progress()), Optional.empty()), 3));
    }

    @Test
    void neverAsksAgainAboutABatchThatHasEnded() throws InterruptedException {
        BatchStatusQuery query =
                batch -> batch.equals(batch(1, 1)) || !watching.time.passed().isZero() ? REGISTERED : PROCESSING;
        watching.watchAll(query, REGULAR, batches(2));

        assertThat(recorder.answered()).containsExactly(batch(1, 1), batch(1, 2), batch(1, 2));
    }

    @Test
    void stopsTheOthersWhenAnEndingIsTheLastOne() throws InterruptedException {
        BatchStatusQuery query = batch -> switch ((int) batch.tracking().value().getLeastSignificantBits()) {
            case 1 -> REGISTERED;
            case 2 -> PROCESSING;
            default -> FAILED;
        };
        watching.watchAll(query, REGULAR, batches(4), BatchWatchManyTest::hasFailed);

        assertThat(recorder.all(Ended.class))
                .extracting(Ended::batch)
                .containsExactly(batch(1, 1), batch(1, 3), batch(1, 4), batch(1, 2));
        assertThat(recorder.endings())
                .containsExactly(
                        new Completed(REGISTERED, 1),
                        new Completed(FAILED, 1),
                        new Stopped(LastObservation.NOTHING, 0),
                        new Stopped(
                                new LastObservation(
                                        Optional.of(PROCESSING.status().progress()), Optional.empty()),
                                1));
    }

    @Test
    void stopsTheOthersEvenWhenTheTimeIsUp() throws InterruptedException {
        watching.watchAll(
                inTurn(QUEUED),
                REGULAR.withTimeout(Duration.ofSeconds(8)),
                batches(3),
                ending -> ending instanceof TimedOut);

        assertThat(recorder.endings())
                .extracting(Object::getClass)
                .containsExactly(TimedOut.class, Stopped.class, Stopped.class);
        assertThat(recorder.answered()).hasSize(4); // three at the start, and the last one about the first batch
    }

    private static boolean hasFailed(WatchEnding ending) {
        return ending instanceof Completed completed && completed.answer() == FAILED;
    }

    /** Real virtual threads, many at once, in no defined order. */
    @Nested
    @Timeout(60)
    class Thousands {

        private static final int BATCHES = 5_000;
        private static final int AT_ONCE = 32;

        private final Map<BatchReference, Integer> questions = new ConcurrentHashMap<>();
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final Map<BatchReference, Integer> endings = new HashMap<>();
        private final Map<BatchReference, Integer> answers = new HashMap<>();

        @Test
        void endExactlyOnceEachWhateverTheThreadsDo() throws InterruptedException {
            LeapingTime time = new LeapingTime();
            WatchSettings settings =
                    WatchSettings.DEFAULT.withConcurrency(AT_ONCE).withoutTimeout();

            BatchWatch.of(this::answer, time, time, settings, new Random(1)).watchAll(batches(BATCHES), this::note);

            assertThat(endings).hasSize(BATCHES);
            assertThat(endings.values()).containsOnly(1);
            assertThat(questions)
                    .allSatisfy((batch, number) -> assertThat(number).isEqualTo(questionsNeeded(batch)));
            assertThat(answers).isEqualTo(questions);
            assertThat(mostAtOnce.get()).isBetween(2, AT_ONCE);
            assertThat(threads).noneMatch(Thread::isAlive).allMatch(Thread::isVirtual);
        }

        @Test
        void leaveNoThreadBehindHoweverShortTheWatchIs() throws InterruptedException {
            LeapingTime time = new LeapingTime();
            BatchStatusQuery query = batch -> {
                threads.add(Thread.currentThread());
                return REGISTERED;
            };
            BatchWatch watch = BatchWatch.of(query, time, time, WatchSettings.DEFAULT.withoutTimeout());
            for (int watches = 0; watches < BATCHES; watches++) {
                threads.clear();
                watch.watchAll(batches(2), event -> {});
                assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
            }
        }

        private BatchStatusAnswer answer(BatchReference batch) {
            threads.add(Thread.currentThread());
            mostAtOnce.accumulateAndGet(open.incrementAndGet(), Math::max);
            Thread.yield();
            int question = questions.merge(batch, 1, Integer::sum);
            open.decrementAndGet();
            if (question == questionsNeeded(batch)) {
                return REGISTERED;
            }
            return question % 2 == 0 ? UNAVAILABLE : PROCESSING;
        }

        private void note(WatchEvent event) {
            switch (event) {
                case WatchEvent.Answered answered -> answers.merge(answered.batch(), 1, Integer::sum);
                case WatchEvent.Ended ended -> endings.merge(ended.batch(), 1, Integer::sum);
                case WatchEvent.Changed changed -> assertThat(endings).doesNotContainKey(changed.batch());
                case WatchEvent.Paused paused -> assertThat(endings).doesNotContainKey(paused.batch());
                case WatchEvent.Contradicted contradicted -> throw new AssertionError(contradicted);
                case WatchEvent.Held held -> throw new AssertionError(held);
            }
        }

        /** From 1 to 7, by the batch. */
        private static int questionsNeeded(BatchReference batch) {
            return 1 + (int) (batch.tracking().value().getLeastSignificantBits() % 7);
        }
    }

    /** The documented job took 10 minutes; the vendor's script sends 121 requests for it. */
    @Nested
    class Politeness {

        private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
        private static final int SEEDS = 5_000;

        @Test
        void aJobOfTenMinutesCostsAtMost17QuestionsAndIsReportedWithin66Seconds() throws InterruptedException {
            int most = 0;
            Duration latest = Duration.ZERO;
            for (int seed = 0; seed < SEEDS; seed++) {
                LeapingTime time = new LeapingTime();
                BatchStatusQuery job = batch -> time.passed().compareTo(TEN_MINUTES) < 0 ? PROCESSING : REGISTERED;
                WatchEnding ending = BatchWatch.of(job, time, time, WatchSettings.DEFAULT, new Random(seed))
                        .watch(BATCH);
                assertThat(ending).isInstanceOf(Completed.class);
                most = Math.max(most, ending.requests());
                Duration late = time.passed().minus(TEN_MINUTES);
                latest = late.compareTo(latest) > 0 ? late : latest;
            }
            assertThat(most).isBetween(15, 17);
            assertThat(latest).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
        }

        @Test
        void theSameSeedGivesTheSamePausesAndAnotherOneOthers() throws InterruptedException {
            assertThat(pauses(7)).isEqualTo(pauses(7)).isNotEqualTo(pauses(8));
        }

        private static String pauses(long seed) throws InterruptedException {
            LeapingTime time = new LeapingTime();
            BatchStatusQuery job = batch -> time.passed().compareTo(TEN_MINUTES) < 0 ? PROCESSING : REGISTERED;
            BatchWatch.of(job, time, time, WatchSettings.DEFAULT, new Random(seed))
                    .watch(BATCH);
            return time.pauses().toString();
        }
    }
}
