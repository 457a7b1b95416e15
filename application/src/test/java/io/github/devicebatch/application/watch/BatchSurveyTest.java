package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.FAILED;
import static io.github.devicebatch.application.support.Answers.NOT_FOUND;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.batches;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.support.BackgroundTask;
import io.github.devicebatch.application.support.HeldQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchSurveyTest {

    private final List<Map.Entry<BatchReference, BatchStatusAnswer>> told = new ArrayList<>();
    private final SurveyListener listener = (batch, answer) -> told.add(Map.entry(batch, answer));

    @Test
    void asksOnceAboutEachAndTellsWhateverIsAnswered() throws InterruptedException {
        BatchSurvey.of(inTurn(QUEUED, UNAVAILABLE, NOT_FOUND, FAILED), 1).ask(batches(4), listener);

        assertThat(told)
                .containsExactly(
                        entry(batch(1, 1), QUEUED),
                        entry(batch(1, 2), UNAVAILABLE),
                        entry(batch(1, 3), NOT_FOUND),
                        entry(batch(1, 4), FAILED));
    }

    @Test
    void asksTwiceAboutABatchThatIsGivenTwice() throws InterruptedException {
        BatchReference batch = batch(1, 1);
        BatchSurvey.of(inTurn(QUEUED, REGISTERED), 1).ask(List.of(batch, batch), listener);

        assertThat(told).containsExactly(entry(batch, QUEUED), entry(batch, REGISTERED));
    }

    @Test
    void asksOnTheCallingThreadIfItAsksOneAtATime() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        BatchStatusQuery query = batch -> {
            threads.add(Thread.currentThread());
            return REGISTERED;
        };
        BatchSurvey.of(query, 1).ask(batches(3), listener);

        assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void takesTheNextBatchOnlyWhenItCanAskAboutIt() throws InterruptedException {
        List<String> order = new ArrayList<>();
        Iterator<BatchReference> source = batches(3).iterator();
        Iterator<BatchReference> noted = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public BatchReference next() {
                order.add("taken");
                return source.next();
            }
        };
        BatchSurvey.of(inTurn(REGISTERED), 1).ask(noted, (batch, answer) -> order.add("told"));

        assertThat(order).containsExactly("taken", "told", "taken", "told", "taken", "told");
    }

    @Nested
    class Bounds {

        private final List<Map.Entry<BatchReference, BatchStatusAnswer>> told = new ArrayList<>();
        private final SurveyListener listener = (batch, answer) -> told.add(Map.entry(batch, answer));

        @Test
        void isOverAtOnceIfThereIsNothingToAsk() throws InterruptedException {
            BatchSurvey.of(inTurn(QUEUED), 8).ask(List.of(), listener);

            assertThat(told).isEmpty();
        }

        @Test
        void refusesToAskNothingAtATime() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BatchSurvey.of(inTurn(QUEUED), 0))
                    .withMessage("the concurrency is at least 1, not 0");
        }

        @Test
        void refusesNull() {
            BatchSurvey survey = BatchSurvey.of(inTurn(QUEUED), 1);
            List<BatchReference> withNull = Arrays.asList(batch(1, 1), null);

            assertThatNullPointerException().isThrownBy(() -> BatchSurvey.of(null, 1));
            assertThatNullPointerException().isThrownBy(() -> survey.ask((Iterable<BatchReference>) null, listener));
            assertThatNullPointerException().isThrownBy(() -> survey.ask((Iterator<BatchReference>) null, listener));
            assertThatNullPointerException().isThrownBy(() -> survey.ask(List.of(), null));
            assertThatNullPointerException().isThrownBy(() -> survey.ask(withNull, listener));
        }
    }

    @Nested
    @Timeout(60)
    class Failures {

        private static final int AT_ONCE = 8;
        private static final RuntimeException BUG = new IllegalStateException("a bug");

        private final HeldQuery switchboard = new HeldQuery();

        @Test
        void ofTheQueryReachesTheCallerAndLeavesNoThreadBehind() throws InterruptedException {
            BatchStatusQuery failing = batch -> batch.equals(batch(1, 3)) ? fail() : switchboard.ask(batch);

            assertThat(failure(failing, batches(3).iterator(), (batch, answer) -> {}))
                    .isSameAs(BUG);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
        }

        @Test
        void ofTheListenerReachesTheCallerAndLeavesNoThreadBehind() throws InterruptedException {
            switchboard.answer(batch(1, 2), REGISTERED);

            assertThat(failure(switchboard, batches(3).iterator(), (batch, answer) -> fail()))
                    .isSameAs(BUG);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
        }

        @Test
        void ofTheSourceReachesTheCallerAndLeavesNoThreadBehind() throws InterruptedException {
            Iterator<BatchReference> source = IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> number == 3 ? Failures.<BatchReference>fail() : batch(1, number))
                    .iterator();

            assertThat(failure(switchboard, source, (batch, answer) -> {})).isSameAs(BUG);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
        }

        private static <T> T fail() {
            throw BUG;
        }

        private static Throwable failure(
                BatchStatusQuery query, Iterator<BatchReference> batches, SurveyListener listener)
                throws InterruptedException {
            return BackgroundTask.start(() -> BatchSurvey.of(query, AT_ONCE).ask(batches, listener))
                    .failure();
        }
    }

    @Nested
    @Timeout(60)
    class Concurrency {

        private static final int AT_ONCE = 8;

        private final HeldQuery switchboard = new HeldQuery();
        private final BlockingQueue<BatchReference> told = new LinkedBlockingQueue<>();

        @Test
        void tellsAnswersInTheOrderInWhichTheyCome() throws InterruptedException, ExecutionException {
            BackgroundTask survey = survey(batches(3).iterator());
            for (int question = 0; question < 3; question++) {
                switchboard.nextCall();
            }
            for (int number : List.of(2, 3, 1)) {
                switchboard.answer(batch(1, number), REGISTERED);
                assertThat(told.take()).isEqualTo(batch(1, number));
            }
            survey.join();
            assertThat(switchboard.allThreadsAreGone()).isTrue();
        }

        @Test
        void endsWhenItIsInterruptedAndLeavesNoThreadBehind() throws InterruptedException {
            BackgroundTask survey = survey(batches(100).iterator());
            for (int question = 0; question < AT_ONCE; question++) {
                switchboard.nextCall();
            }
            survey.interrupt();

            assertThat(survey.failure()).isInstanceOf(InterruptedException.class);
            assertThat(switchboard.questions()).isEqualTo(AT_ONCE);
            assertThat(switchboard.allThreadsAreGone()).isTrue();
            assertThat(told).isEmpty();
        }

        private BackgroundTask survey(Iterator<BatchReference> batches) {
            return BackgroundTask.start(
                    () -> BatchSurvey.of(switchboard, AT_ONCE).ask(batches, (batch, answer) -> told.add(batch)));
        }
    }
}
