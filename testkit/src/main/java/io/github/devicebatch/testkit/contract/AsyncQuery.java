package io.github.devicebatch.testkit.contract;

import static java.util.Objects.requireNonNull;
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

/** A call of the query on its own thread, so that a test can interrupt it and a call that hangs does not block the test. */
final class AsyncQuery {

    /** Time in which an interrupted call has to end: far below the timeouts of a query. */
    private static final Duration INTERRUPTION_TIMEOUT = Duration.ofSeconds(5);

    private final FutureTask<BatchStatusAnswer> task;
    private final Thread thread;
    private final Duration timeout;
    private volatile boolean interruptedAfterwards;

    private AsyncQuery(ContractEnvironment environment, BatchReference batch, boolean interrupted) {
        BatchStatusQuery query = environment.query();
        this.timeout = environment.timeout();
        this.task = new FutureTask<>(() -> {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            try {
                return query.ask(batch);
            } finally {
                interruptedAfterwards = Thread.currentThread().isInterrupted();
            }
        });
        this.thread = Thread.ofVirtual().name("contract-query").start(task);
    }

    static AsyncQuery start(ContractEnvironment environment, BatchReference batch) {
        return new AsyncQuery(environment, batch, false);
    }

    /** Starts a call on a thread whose interrupt status is set. */
    static AsyncQuery startInterrupted(ContractEnvironment environment, BatchReference batch) {
        return new AsyncQuery(environment, batch, true);
    }

    /** Starts a call to a service that never responds, and interrupts it when the request has arrived. */
    static AsyncQuery interruptWhileSilent(ContractEnvironment environment, BatchReference batch) {
        CountDownLatch arrival = environment.neverRespond(batch);
        AsyncQuery call = start(environment, batch);
        try {
            assertThat(arrival.await(call.timeout.toNanos(), TimeUnit.NANOSECONDS))
                    .as("the request has arrived")
                    .isTrue();
        } catch (InterruptedException e) {
            throw testInterrupted(e);
        }
        call.thread.interrupt();
        return call;
    }

    /** Calls the query and returns its answer, which is never null. */
    static BatchStatusAnswer answer(ContractEnvironment environment, BatchReference batch) {
        return start(environment, batch).answer();
    }

    /** Calls the query and returns the description, which the answer has to contain. */
    static BatchStatus description(ContractEnvironment environment, BatchReference batch) {
        return start(environment, batch).description();
    }

    BatchStatus description() {
        return assertThat(answer())
                .asInstanceOf(InstanceOfAssertFactories.type(BatchStatusAnswer.Found.class))
                .actual()
                .status();
    }

    BatchStatusAnswer answer() {
        try {
            BatchStatusAnswer answer = await(timeout);
            assertThat(answer).as("the answer").isNotNull();
            return answer;
        } catch (ExecutionException e) {
            throw new AssertionError("the query threw " + e.getCause(), e.getCause());
        }
    }

    /** Returns the exception of the call, which has to end within {@link #INTERRUPTION_TIMEOUT}. */
    Throwable failure() {
        try {
            throw new AssertionError("the query threw no exception and returned " + await(INTERRUPTION_TIMEOUT));
        } catch (ExecutionException e) {
            return requireNonNull(e.getCause());
        }
    }

    /** Waits for the end of the call, and returns the interrupt status of its thread at that time. */
    boolean isInterruptedAfterwards() {
        awaitEnd();
        return interruptedAfterwards;
    }

    /** Waits until the call returns or throws. */
    void awaitEnd() {
        try {
            await(timeout);
        } catch (ExecutionException e) {
            // BSQ-25 checks the exception.
        }
    }

    private BatchStatusAnswer await(Duration limit) throws ExecutionException {
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the query has not returned after " + limit.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            throw testInterrupted(e);
        }
    }

    private static AssertionError testInterrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AssertionError("the test's thread was interrupted", cause);
    }
}
