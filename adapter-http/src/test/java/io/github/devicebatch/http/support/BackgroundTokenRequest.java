package io.github.devicebatch.http.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.auth.TokenSupplier;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A call of a token supplier in a separate thread. */
public final class BackgroundTokenRequest {

    private final FutureTask<Secret> task;
    private final Thread thread;

    private BackgroundTokenRequest(Callable<Secret> taking) {
        this.task = new FutureTask<>(taking);
        this.thread = Thread.ofPlatform().name("taker").daemon().start(task);
    }

    public static BackgroundTokenRequest of(TokenSupplier source) {
        return new BackgroundTokenRequest(source::get);
    }

    /** Starts a call within the context of a query. */
    public static BackgroundTokenRequest of(TokenSupplier source, QueryContext query) {
        return new BackgroundTokenRequest(() -> {
            var outer = query.begin();
            try {
                return source.get();
            } finally {
                query.end(outer);
            }
        });
    }

    /** Waits until the thread waits for the request of another thread. */
    public BackgroundTokenRequest awaitWaiting() {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(task).isNotDone();
            assertThat(Thread.interrupted()).as("out of time").isFalse();
            Thread.onSpinWait();
        }
        return this;
    }

    public BackgroundTokenRequest interrupt() {
        thread.interrupt();
        return this;
    }

    public Secret token() throws InterruptedException, ExecutionException {
        return task.get();
    }

    /** Returns the exception of the call. */
    public Throwable failure() throws InterruptedException {
        try {
            throw new AssertionError("it got " + task.get());
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }
}
