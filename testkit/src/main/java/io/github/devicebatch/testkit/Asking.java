package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.InstanceOfAssertFactories;

/** One question on a thread of its own, so that a test can interrupt it and a query that hangs hangs nobody else. */
final class Asking {

    /** How long a right implementation never takes, even on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How soon a question ends when it is interrupted: generous, and still far below any deadline of its own. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private final FutureTask<BatchStatusAnswer> task;
    private final Thread thread;

    private Asking(Callable<BatchStatusAnswer> question) {
        this.task = new FutureTask<>(question);
        this.thread = Thread.ofVirtual().name("asking").start(task);
    }

    static Asking begin(BatchStatusQuery query, BatchReference batch) {
        return new Asking(() -> query.ask(batch));
    }

    static Asking interruptedBefore(BatchStatusQuery query, BatchReference batch) {
        return new Asking(() -> {
            Thread.currentThread().interrupt();
            return query.ask(batch);
        });
    }

    /** Asks the query of {@code world}, waits, and gives the answer, which is never null. */
    static BatchStatusAnswer answer(BatchWorld world, BatchReference batch) {
        return begin(world.query(), batch).answer();
    }

    /** Asks the query of {@code world}, waits, and gives the description, which is what the answer has to be. */
    static BatchStatus description(BatchWorld world, BatchReference batch) {
        return begin(world.query(), batch).description();
    }

    /** Interrupts the question when it has arrived where it is left without an answer. */
    void interruptAfter(CountDownLatch arrival) {
        try {
            assertThat(arrival.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the question has arrived")
                    .isTrue();
        } catch (InterruptedException aborted) {
            throw aborted(aborted);
        }
        thread.interrupt();
    }

    BatchStatus description() {
        return assertThat(answer())
                .asInstanceOf(InstanceOfAssertFactories.type(BatchStatusAnswer.Found.class))
                .actual()
                .status();
    }

    BatchStatusAnswer answer() {
        try {
            BatchStatusAnswer answer = await(PATIENCE);
            assertThat(answer).as("the answer").isNotNull();
            return answer;
        } catch (ExecutionException failed) {
            throw new AssertionError("there is no answer but an exception", failed.getCause());
        }
    }

    /** Gives what the question threw, which it has to do promptly. */
    Throwable failure() {
        try {
            throw new AssertionError("there is an answer and no exception: " + await(PROMPT));
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    private BatchStatusAnswer await(Duration patience) throws ExecutionException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hanging) {
            throw new AssertionError("the question goes on after " + patience.toSeconds() + " seconds", hanging);
        } catch (InterruptedException aborted) {
            throw aborted(aborted);
        }
    }

    private static AssertionError aborted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AssertionError("the test itself was interrupted", cause);
    }
}
