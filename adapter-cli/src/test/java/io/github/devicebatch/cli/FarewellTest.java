package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FarewellTest {

    private final AtomicReference<Runnable> farewell = new AtomicReference<>();
    private final Shutdown shutdown = last -> {
        farewell.set(last);
        return () -> farewell.set(null);
    };

    @Test
    void interruptsTheWorkAndWaitsForItsLastWords() throws InterruptedException {
        AtomicReference<Thread> hook = new AtomicReference<>();

        String words = new Farewell(shutdown).after(() -> {
            hook.set(Thread.ofPlatform().start(farewell.get()));
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException told) {
                return hook.get().isAlive() ? "last words" : "too late";
            }
        });

        assertThat(words).isEqualTo("last words");
        hook.get().join();
    }

    @Test
    void isTakenBackWhenTheWorkIsDone() throws InterruptedException {
        new Farewell(shutdown).after(() -> assertThat(farewell).isNotNull());
        assertThat(farewell.get()).isNull();

        assertThatThrownBy(() -> new Farewell(shutdown).after(() -> {
                    throw new ReaderGone();
                }))
                .isInstanceOf(ReaderGone.class);
        assertThat(farewell.get()).isNull();
    }
}
