package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.batch;
import static io.github.devicebatch.domain.support.Descriptions.both;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchMemoryFootprintTest {

    private static final int MEMORIES = 20;
    private static final int DEVICES = 50_000;

    @Test
    void isEightBytesADeviceAndNothingOfTheRows() {
        long before = heap();
        List<BatchMemory> memories = new ArrayList<>();
        for (int number = 0; number < MEMORIES; number++) {
            memories.add(BatchMemory.empty().after(upload()));
        }
        double bytes = (double) (heap() - before) / (MEMORIES * DEVICES);

        assertThat(bytes).isBetween(7.5, 9.0);
        assertThat(memories).hasSize(MEMORIES); // they are alive until here
    }

    private static BatchStatus upload() {
        return batch(
                "processing",
                IntStream.range(0, DEVICES)
                        .mapToObj(number -> both("PF" + number, "00329-00000-0003-" + number, "queued"))
                        .toList());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
