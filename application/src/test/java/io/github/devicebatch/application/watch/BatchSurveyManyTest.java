package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.support.BatchSource;
import io.github.devicebatch.domain.BatchReference;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchSurveyManyTest {

    private static final int AT_ONCE = 8;

    private final BlockingQueue<BatchReference> told = new LinkedBlockingQueue<>();

    @Test
    void tellsEachAnswerOnceAndNeverRunsAheadOfThem() throws InterruptedException {
        int number = 20_000;
        BatchSource ahead = new BatchSource(number);
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

    @Nested
    @Timeout(60)
    class Memory {

        private static final int AT_ONCE = 8;

        private final BlockingQueue<BatchReference> told = new LinkedBlockingQueue<>();

        @Test
        void needsNoMoreMemoryForManyThanForFew() throws InterruptedException {
            int number = 50_000;
            long[] heap = new long[number + 1];
            BatchSource ahead = new BatchSource(number);
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

        private static long heap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
