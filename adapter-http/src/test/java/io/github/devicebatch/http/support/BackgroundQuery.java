package io.github.devicebatch.http.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A query in a separate thread, for interruption. */
public final class BackgroundQuery {

    private static final long TIMEOUT_SECONDS = 2;

    private static final Set<Thread.State> WAITING = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final FutureTask<BatchStatusAnswer> task;
    private final Thread thread;

    private BackgroundQuery(BatchStatusQuery query) {
        this.task = new FutureTask<>(() -> query.ask(Batches.REFERENCE));
        this.thread = Thread.ofPlatform().name("asker").daemon().start(task);
    }

    public static BackgroundQuery of(PartnerCenter partnerCenter) {
        return new BackgroundQuery(partnerCenter.batchStatus());
    }

    /** Waits until the thread waits: for an exchange, or with a timeout. */
    public BackgroundQuery awaitWaiting() {
        while (!WAITING.contains(thread.getState())) {
            assertThat(task).isNotDone();
            assertThat(Thread.interrupted()).as("out of time").isFalse();
            Thread.onSpinWait();
        }
        return this;
    }

    /** Interrupts the thread and checks that the query ends with an {@link InterruptedException}. */
    public void assertInterruptible() {
        thread.interrupt();
        assertThatThrownBy(() -> task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }
}
