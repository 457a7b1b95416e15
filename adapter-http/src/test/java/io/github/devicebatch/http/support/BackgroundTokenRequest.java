package io.github.devicebatch.http.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.auth.TokenSupplier;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Takes a token in a thread of its own. */
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

    /** Takes it for a question. */
    public static BackgroundTokenRequest of(TokenSupplier source, QueryContext question) {
        return new BackgroundTokenRequest(() -> {
            var outer = question.begin();
            try {
                return source.get();
            } finally {
                question.end(outer);
            }
        });
    }

    /** Waits until the thread waits for another one's token. */
    public BackgroundTokenRequest whenItWaits() {
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

    /** What it ended with instead of a token. */
    public Throwable failure() throws InterruptedException {
        try {
            throw new AssertionError("it got " + task.get());
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }
}
