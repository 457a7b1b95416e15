package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.InstanceOfAssertFactories;

/** One question on a thread of its own, so that a test can interrupt it and a query that hangs hangs nobody else. */
final class AsyncQuery {

    /** How soon a question ends when it is interrupted: generous, and still far below any deadline of its own. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private final FutureTask<BatchStatusAnswer> task;
    private final Thread thread;
    private final Duration patience;
    private volatile boolean leavesInterrupted;

    private AsyncQuery(ContractEnvironment world, BatchReference batch, Runnable before) {
        BatchStatusQuery query = world.query();
        this.patience = world.patience();
        this.task = new FutureTask<>(() -> {
            before.run();
            try {
                return query.ask(batch);
            } finally {
                leavesInterrupted = Thread.currentThread().isInterrupted();
            }
        });
        this.thread = Thread.ofVirtual().name("asking").start(task);
    }

    static AsyncQuery begin(ContractEnvironment world, BatchReference batch) {
        return new AsyncQuery(world, batch, () -> {});
    }

    static AsyncQuery interruptedBefore(ContractEnvironment world, BatchReference batch) {
        return new AsyncQuery(world, batch, () -> Thread.currentThread().interrupt());
    }

    /** Asks, and interrupts the question when it has arrived where it is left without an answer. */
    static AsyncQuery interruptedInSilence(ContractEnvironment world, BatchReference batch) {
        CountDownLatch arrival = world.staysSilent(batch);
        AsyncQuery asking = begin(world, batch);
        try {
            assertThat(arrival.await(asking.patience.toNanos(), TimeUnit.NANOSECONDS))
                    .as("the question has arrived")
                    .isTrue();
        } catch (InterruptedException aborted) {
            throw aborted(aborted);
        }
        asking.thread.interrupt();
        return asking;
    }

    /** Asks the query of {@code world}, waits, and gives the answer, which is never null. */
    static BatchStatusAnswer answer(ContractEnvironment world, BatchReference batch) {
        return begin(world, batch).answer();
    }

    /** Asks the query of {@code world}, waits, and gives the description, which is what the answer has to be. */
    static BatchStatus description(ContractEnvironment world, BatchReference batch) {
        return begin(world, batch).description();
    }

    BatchStatus description() {
        return assertThat(answer())
                .asInstanceOf(InstanceOfAssertFactories.type(BatchStatusAnswer.Found.class))
                .actual()
                .status();
    }

    BatchStatusAnswer answer() {
        try {
            BatchStatusAnswer answer = await(patience);
            assertThat(answer).as("the answer").isNotNull();
            return answer;
        } catch (ExecutionException failed) {
            throw new AssertionError("there is no answer but " + failed.getCause(), failed.getCause());
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

    /** Waits until the question is over, and tells whether its thread is interrupted then. */
    boolean leavesInterrupted() {
        end();
        return leavesInterrupted;
    }

    /** Waits until the question is over, however it ends. */
    void end() {
        try {
            await(patience);
        } catch (ExecutionException failed) {
            // others judge the exception
        }
    }

    private BatchStatusAnswer await(Duration longest) throws ExecutionException {
        try {
            return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hanging) {
            throw new AssertionError("the question goes on after " + longest.toSeconds() + " seconds", hanging);
        } catch (InterruptedException aborted) {
            throw aborted(aborted);
        }
    }

    private static AssertionError aborted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AssertionError("the test itself was interrupted", cause);
    }
}
