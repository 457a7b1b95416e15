package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.domain.BatchReference;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The memory of a batch that waits for its next request: its reference, its last observation, its place in the queue. */
class BatchWatchMemoryTest {

    private static final int WATCHED = 50_000;

    /** Ends the watch in its first pause. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aBatchWithThreeDevicesWaitsInLessThanAKilobyte() throws InterruptedException {
        assertThat(bytesAWaitingBatch(BatchWatchMemoryTest::processing)).isBetween(200L, 1_024L);
    }

    @Test
    void evenIfTheLastAnswerIsNoneAndAsWordyAsCanBe() throws InterruptedException {
        assertThat(bytesAWaitingBatch(BatchWatchMemoryTest::wordyFailure)).isBetween(200L, 1_024L);
    }

    /** Measures while all batches wait: each was answered with a status first, and then with this answer. */
    private static long bytesAWaitingBatch(Supplier<BatchStatusAnswer> second) throws InterruptedException {
        LeapingTime time = new LeapingTime();
        List<Long> heap = new ArrayList<>(List.of(heap()));
        Pause untilTheSecond = duration -> {
            if (time.passed().isPositive()) {
                heap.add(heap());
                throw new Enough();
            }
            time.advance(Duration.ofMinutes(1));
        };
        BatchStatusQuery query = batch -> time.passed().isZero() ? processing() : second.get();
        BatchWatch watch =
                BatchWatch.of(query, time, untilTheSecond, WatchSettings.DEFAULT.withConcurrency(1), new Random(1));

        assertThatExceptionOfType(Enough.class).isThrownBy(() -> watch.watchAll(references(), event -> {}));
        return (heap.get(1) - heap.get(0)) / WATCHED;
    }

    private static BatchStatusAnswer processing() {
        return found("processing", "finished", "queued", "queued");
    }

    private static List<BatchReference> references() {
        List<BatchReference> references = new ArrayList<>();
        for (int number = 0; number < WATCHED; number++) {
            references.add(batch(number / 10, number));
        }
        return references;
    }

    private static BatchStatusAnswer wordyFailure() {
        ServerIds ids = new ServerIds(id(), id(), id(), id());
        Trace trace = new Trace(
                4,
                Duration.ofMillis(119_999),
                OptionalInt.of(503),
                Optional.of(UUID.randomUUID()),
                Optional.of(UUID.randomUUID()),
                ids,
                List.of(UnavailabilityCause.FAILING, UnavailabilityCause.FAILING, UnavailabilityCause.TIMED_OUT));
        return new Unavailable(
                UnavailabilityCause.FAILING,
                "%-300s".formatted("as long as any detail can be; " + UUID.randomUUID()),
                Optional.of(Duration.ofMillis(57_001)),
                trace);
    }

    private static Optional<String> id() {
        return Optional.of(UUID.randomUUID().toString());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
