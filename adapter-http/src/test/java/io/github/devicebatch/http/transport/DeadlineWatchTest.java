package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines in real time, as those of exchanges are. Each test waits for a cancellation, so that without one it times out. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineWatchTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATER = Duration.ofMillis(60);
    private static final Duration MUCH_LATER = Duration.ofHours(1);

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final DeadlineWatch watch = new DeadlineWatch(this::thread);

    private Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(work);
        threads.add(thread);
        return thread;
    }

    private Future<?> add(Duration duration) {
        var task = new CompletableFuture<>();
        watch.add(task, Deadline.after(duration));
        return task;
    }

    private void awaitSleep() {
        while (threads.element().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void assertCancelled(Future<?> task) {
        assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 20})
    void taskIsCancelledAtItsDeadline(long millis) {
        assertCancelled(add(Duration.ofMillis(millis)));
    }

    @Test
    void taskThatRunsIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        var task = new FutureTask<>(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
            return null;
        });
        Thread.ofVirtual().start(task);
        watch.add(task, Deadline.after(SOON));

        interrupted.await();
        assertCancelled(task);
    }

    @Test
    void earlierDeadlineThatIsAddedLaterCounts() {
        Future<?> other = add(MUCH_LATER);
        awaitSleep();

        assertCancelled(add(SOON));
        assertThat(other).isNotDone();
    }

    @Test
    void laterDeadlineThatIsAddedLaterCounts() {
        Future<?> first = add(SOON);

        assertCancelled(add(LATER));
        assertThat(first).isCancelled();
    }

    @Test
    void removedTaskIsNotCancelled() {
        Future<?> removed = add(SOON);
        watch.remove(removed);

        assertCancelled(add(LATER));
        assertThat(removed).isNotDone();
    }

    @Test
    void oneThreadCancelsAll() throws InterruptedException, ExecutionException {
        add(MUCH_LATER);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Future<?>>> added = IntStream.range(0, 1_000)
                    .<Future<Future<?>>>mapToObj(
                            number -> callers.submit(() -> add(Duration.ofMillis(number * 7 % 50))))
                    .toList();
            for (Future<Future<?>> task : added) {
                assertCancelled(task.get());
            }
        }
        assertThat(threads).hasSize(1);
    }

    @RepeatedTest(50)
    void threadEndsWithoutTasksAndTheNextTaskStartsAnother() throws InterruptedException {
        assertCancelled(add(Duration.ofMillis(1)));
        assertCancelled(add(Duration.ofMillis(1)));
        for (Thread thread : threads) {
            thread.join();
        }
        int ended = threads.size();

        assertCancelled(add(Duration.ofMillis(1)));
        assertThat(threads).hasSize(ended + 1);
    }

    @Test
    void taskIsCancelledAlthoughNoThreadCouldBeStartedBefore() {
        var limited = new DeadlineWatch(work -> {
            if (threads.isEmpty()) {
                thread(work);
                throw new OutOfMemoryError("unable to create native thread");
            }
            return thread(work);
        });
        var first = new CompletableFuture<>();
        var second = new CompletableFuture<>();

        assertThatThrownBy(() -> limited.add(first, Deadline.after(SOON))).isInstanceOf(OutOfMemoryError.class);
        limited.add(second, Deadline.after(SOON));
        assertCancelled(second);
        assertCancelled(first);
    }

    @Test
    void watchContinuesAfterALackOfMemory() {
        var lacking = new CompletableFuture<>() {
            private volatile boolean lacks = true;

            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                if (lacks) {
                    lacks = false;
                    throw new OutOfMemoryError("Java heap space");
                }
                return super.cancel(mayInterruptIfRunning);
            }
        };
        watch.add(lacking, Deadline.after(SOON));

        assertCancelled(lacking);
        assertThat(threads).hasSize(1);
    }
}
