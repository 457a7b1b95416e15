package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.batch;
import static io.github.devicebatch.application.Replies.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
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

/** What a batch costs that waits for its next question: its reference, what is known of it, its place in the queue. */
class WatchMemoryTest {

    private static final int WATCHED = 20_000;

    /** Ends the watch in its first pause. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aBatchWithThreeDevicesWaitsInLessThanAKilobyte() throws InterruptedException {
        assertThat(bytesAWaitingBatch(() -> found("processing", "finished", "queued", "queued")))
                .isBetween(200L, 1_024L);
    }

    @Test
    void aBatchWithoutAnAnswerWaitsInLessThanAKilobyteWhateverTheServiceSaidOfItself() throws InterruptedException {
        assertThat(bytesAWaitingBatch(WatchMemoryTest::wordyFailure)).isBetween(200L, 1_024L);
    }

    private static long bytesAWaitingBatch(Supplier<BatchStatusAnswer> answers) throws InterruptedException {
        long before = heap();
        List<Long> waiting = new ArrayList<>();
        LeapingTime time = new LeapingTime();
        Pause first = duration -> {
            if (time.passed().isPositive()) {
                waiting.add(heap());
                throw new Enough();
            }
            time.advance(Duration.ofMinutes(1));
        };
        BatchWatch watch = BatchWatch.of(
                batch -> time.passed().isZero() ? found("processing", "finished", "queued", "queued") : answers.get(),
                time,
                first,
                settings(),
                new Random(1));
        try {
            watch.watchAll(references(), event -> {});
        } catch (Enough enough) {
            // it has measured
        }
        System.out.println("XXX " + (waiting.getFirst() - before) / WATCHED);
        return (waiting.getFirst() - before) / WATCHED;
    }

    private static WatchSettings settings() {
        return WatchSettings.DEFAULT.withConcurrency(1);
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
                Duration.ofNanos(System.nanoTime()),
                OptionalInt.of(503),
                Optional.of(UUID.randomUUID()),
                Optional.of(UUID.randomUUID()),
                ids,
                List.of(UnavailabilityCause.FAILING, UnavailabilityCause.FAILING, UnavailabilityCause.TIMED_OUT));
        return new Unavailable(
                UnavailabilityCause.FAILING,
                "the service reports a fault of its own; it asks to be left alone for 57 seconds " + UUID.randomUUID(),
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
