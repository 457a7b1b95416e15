package io.github.devicebatch.http.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Asks in a thread of its own, to be interrupted. */
public final class BackgroundQuery {

    private static final long SOON = 2;

    private final FutureTask<BatchStatusAnswer> question;
    private final Thread thread;

    private BackgroundQuery(BatchStatusQuery query) {
        this.question = new FutureTask<>(() -> query.ask(Batches.REFERENCE));
        this.thread = Thread.ofPlatform().name("asker").daemon().start(question);
    }

    public static BackgroundQuery of(PartnerCenter partnerCenter) {
        return new BackgroundQuery(partnerCenter.batchStatus());
    }

    /** Waits until the thread waits: it has done by then whatever it does before. */
    public BackgroundQuery whenItWaits() {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(question).isNotDone();
            assertThat(Thread.interrupted()).as("out of time").isFalse();
            Thread.onSpinWait();
        }
        return this;
    }

    /** Interrupts the thread, and expects that it ends for that reason, and soon. */
    public void isInterruptible() {
        thread.interrupt();
        assertThatThrownBy(() -> question.get(SOON, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }
}
