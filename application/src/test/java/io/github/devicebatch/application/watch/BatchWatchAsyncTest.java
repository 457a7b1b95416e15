package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.BATCH;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.batches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.support.HeldQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries and watches on a caller's executor. */
@Timeout(60)
class BatchWatchAsyncTest {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HeldQuery held = new HeldQuery();
    private final List<WatchEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void answersAQuery() throws Exception {
        BatchStatusQuery query = batch -> REGISTERED;

        assertThat(query.askAsync(BATCH, executor).get()).isEqualTo(REGISTERED);
    }

    @Test
    void cancellingAQueryEndsItsThread() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        CompletableFuture<BatchStatusAnswer> answer =
                held.askAsync(BATCH, task -> threads.add(Thread.ofVirtual().start(task)));
        held.nextCall();
        answer.cancel(true);

        threads.getFirst().join();
        assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void watchesABatchToItsEnd() throws Exception {
        BatchStatusQuery query = batch -> REGISTERED;

        assertThat(BatchWatch.of(query).watchAsync(BATCH, events::add, executor).get())
                .isEqualTo(new WatchEnding.Completed(REGISTERED, 1));
        assertThat(events).last().isInstanceOf(WatchEvent.Ended.class);
    }

    @Test
    void watchesManyBatchesToTheirEnds() throws Exception {
        BatchStatusQuery query = batch -> REGISTERED;
        BatchWatch.of(query).watchAllAsync(batches(20), events::add, executor).get();

        assertThat(events.stream().filter(WatchEvent.Ended.class::isInstance)).hasSize(20);
    }

    @Test
    void cancellingAWatchEndsItsRequestsAndThreads() throws InterruptedException {
        CompletableFuture<Void> watch = BatchWatch.of(held, WatchSettings.DEFAULT.withConcurrency(3))
                .watchAllAsync(batches(5), events::add, executor);
        for (int call = 0; call < 3; call++) {
            held.nextCall();
        }
        watch.cancel(true);

        executor.close(); // waits until the watch has ended
        assertThat(held.allThreadsAreGone()).isTrue();
        assertThat(held.questions()).isEqualTo(3);
        assertThat(events).noneMatch(WatchEvent.Ended.class::isInstance);
    }

    @Test
    void refusesNullAtOnce() {
        BatchWatch watch = BatchWatch.of(held);

        assertThatNullPointerException().isThrownBy(() -> held.askAsync(null, executor));
        assertThatNullPointerException().isThrownBy(() -> held.askAsync(BATCH, null));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAsync(null, events::add, executor));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAsync(BATCH, null, executor));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAllAsync(null, events::add, executor));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAllAsync(batches(1), null, executor));
        assertThat(held.questions()).isZero();
    }
}
