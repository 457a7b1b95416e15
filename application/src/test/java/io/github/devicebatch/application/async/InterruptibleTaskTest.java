package io.github.devicebatch.application.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class InterruptibleTaskTest {

    private final ExecutorService oneThread = Executors.newSingleThreadExecutor();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void shutDown() {
        oneThread.shutdownNow();
    }

    @Test
    void returnsTheResult() throws Exception {
        assertThat(InterruptibleTask.submit(() -> "result", oneThread).get()).isEqualTo("result");
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("bug"), new IOException("checked"), new AssertionError("error"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void completesWithWhatTheCallThrows(Throwable failure) {
        CompletableFuture<String> future = InterruptibleTask.submit(() -> throwAny(failure), oneThread);

        assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    }

    static Stream<Consumer<CompletableFuture<?>>> endings() {
        return Stream.of(
                future -> future.cancel(true),
                future -> future.cancel(false),
                future -> future.complete(null),
                future -> future.completeExceptionally(new IllegalStateException("no longer needed")),
                future -> future.orTimeout(1, TimeUnit.MILLISECONDS));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void interruptsTheCallOnceItsFutureIsComplete(Consumer<CompletableFuture<?>> ending) throws InterruptedException {
        CompletableFuture<Object> future = InterruptibleTask.submit(untilInterrupted(), oneThread);
        started.await();
        ending.accept(future);

        interrupted.await();
        assertThat(future).isDone();
    }

    @Test
    void leavesTheThreadOfThePoolUninterrupted() throws Exception {
        CompletableFuture<Boolean> future = InterruptibleTask.submit(
                () -> {
                    started.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return true;
                },
                oneThread);
        started.await();
        future.cancel(true);

        assertThat(InterruptibleTask.submit(Thread::interrupted, oneThread).get())
                .isFalse();
    }

    @Test
    void doesNotStartACallThatWasCancelledBefore() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var calls = new CountDownLatch(1);
        CompletableFuture<Boolean> first = InterruptibleTask.submit(
                () -> {
                    mayEnd.await();
                    return true;
                },
                oneThread);
        CompletableFuture<Object> second = InterruptibleTask.submit(
                () -> {
                    calls.countDown();
                    return true;
                },
                oneThread);
        second.cancel(true);
        mayEnd.countDown();

        assertThat(first.get()).isTrue();
        assertThat(InterruptibleTask.submit(() -> "afterwards", oneThread).get())
                .isEqualTo("afterwards");
        assertThat(calls.getCount()).isOne();
        assertThatThrownBy(second::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void completesWithAnInterruptionOfTheExecutor() throws InterruptedException {
        CompletableFuture<Object> future = InterruptibleTask.submit(untilInterrupted(), oneThread);
        started.await();
        oneThread.shutdownNow();

        assertThatThrownBy(future::get).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void throwsIfTheExecutorRejectsTheCall() {
        oneThread.shutdown();

        assertThatThrownBy(() -> InterruptibleTask.submit(() -> "never", oneThread))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private Callable<Object> untilInterrupted() {
        return () -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } finally {
                interrupted.countDown();
            }
        };
    }

    private static String throwAny(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }
}
