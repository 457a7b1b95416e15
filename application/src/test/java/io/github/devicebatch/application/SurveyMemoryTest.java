package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Ahead;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.domain.BatchReference;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SurveyMemoryTest {

    private static final int AT_ONCE = 8;

    private final BlockingQueue<BatchReference> told = new LinkedBlockingQueue<>();

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

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
