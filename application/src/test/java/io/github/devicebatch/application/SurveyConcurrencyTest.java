package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.QUEUED;
import static io.github.devicebatch.application.Replies.REGISTERED;
import static io.github.devicebatch.application.Replies.batch;
import static io.github.devicebatch.application.Replies.batches;
import static io.github.devicebatch.application.Replies.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SurveyConcurrencyTest {

    private static final int AT_ONCE = 8;

    private final Switchboard switchboard = new Switchboard();
    private final BlockingQueue<BatchReference> told = new LinkedBlockingQueue<>();

    @Test
    void tellsAnswersInTheOrderInWhichTheyCome() throws InterruptedException, ExecutionException {
        InBackground survey = survey(batches(3).iterator());
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
    void tellsEachAnswerOnceAndNeverRunsAheadOfThem() throws InterruptedException {
        int number = 20_000;
        Ahead ahead = new Ahead(number);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Set<BatchReference> answered = new HashSet<>();
        BatchStatusQuery query = batch -> {
            threads.add(Thread.currentThread());
            Thread.yield();
            return QUEUED;
        };
        BatchSurvey.of(query, AT_ONCE).ask(ahead, (batch, answer) -> {
            ahead.told++;
            answered.add(batch);
        });

        assertThat(ahead.told).isEqualTo(number);
        assertThat(answered).hasSize(number);
        assertThat(ahead.most).isEqualTo(AT_ONCE);
        assertThat(threads).hasSize(number).noneMatch(Thread::isAlive);
    }

    @Test
    void needsNoMoreMemoryForManyThanForFew() throws InterruptedException {
        int number = 50_000;
        long[] heap = new long[number + 1];
        Ahead ahead = new Ahead(number);
        String[] states = Collections.nCopies(20, "queued").toArray(String[]::new);
        BatchSurvey.of(batch -> found("processing", states), AT_ONCE).ask(ahead, (batch, answer) -> {
            ahead.told++;
            if (ahead.told == 1_000 || ahead.told == number) {
                heap[ahead.told] = heap();
            }
        });

        // 49,000 forgotten answers would be above 100 MiB, and their references alone 6 MiB
        assertThat(heap[number] - heap[1_000]).isLessThan(2 << 20);
    }

    @Test
    void failsWithTheListenerTheQueryOrTheSourceAndLeavesNoThreadBehind() throws InterruptedException {
        IllegalStateException bug = new IllegalStateException("a bug");
        BatchStatusQuery failing = batch -> {
            if (batch.equals(batch(1, 3))) {
                throw bug;
            }
            return switchboard.ask(batch);
        };
        Iterator<BatchReference> source = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> {
                    if (number == 3) {
                        throw bug;
                    }
                    return batch(1, number);
                })
                .iterator();
        switchboard.answer(batch(2, 1), REGISTERED);

        assertThat(failure(failing, batches(3).iterator(), (batch, answer) -> {}))
                .isSameAs(bug);
        assertThat(failure(switchboard, source, (batch, answer) -> {})).isSameAs(bug);
        assertThat(failure(switchboard, List.of(batch(1, 1), batch(2, 1)).iterator(), (batch, answer) -> {
                    throw bug;
                }))
                .isSameAs(bug);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void endsWhenItIsInterruptedAndLeavesNoThreadBehind() throws InterruptedException {
        InBackground survey = survey(batches(100).iterator());
        for (int question = 0; question < AT_ONCE; question++) {
            switchboard.nextCall();
        }
        survey.interrupt();

        assertThat(survey.failure()).isInstanceOf(InterruptedException.class);
        assertThat(switchboard.questions()).isEqualTo(AT_ONCE);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(told).isEmpty();
    }

    private InBackground survey(Iterator<BatchReference> batches) {
        return InBackground.start(
                () -> BatchSurvey.of(switchboard, AT_ONCE).ask(batches, (batch, answer) -> told.add(batch)));
    }

    private static Throwable failure(BatchStatusQuery query, Iterator<BatchReference> batches, SurveyListener listener)
            throws InterruptedException {
        return InBackground.start(() -> BatchSurvey.of(query, AT_ONCE).ask(batches, listener))
                .failure();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A source that measures how many batches have been taken and not been told about. */
    private static final class Ahead implements Iterator<BatchReference> {

        private final int number;
        private int taken;
        private int told;
        private int most;

        Ahead(int number) {
            this.number = number;
        }

        @Override
        public boolean hasNext() {
            return taken < number;
        }

        @Override
        public BatchReference next() {
            taken++;
            most = Math.max(most, taken - told);
            return batch(1, taken);
        }
    }
}
