package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FarewellTest {

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Runnable> farewell = new AtomicReference<>();
    private final GracefulShutdown signal = new GracefulShutdown(last -> {
        farewell.set(last);
        return () -> farewell.set(null);
    });

    @Test
    void saysTheLastWordsFirstAndInterruptsTheWorkThen() throws InterruptedException {
        AtomicReference<Thread> hook = new AtomicReference<>();

        signal.after(
                () -> {
                    hook.set(Thread.ofPlatform().start(farewell.get()));
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException told) {
                        said.add("the work is interrupted");
                    }
                    return true;
                },
                () -> said.add("last words"));

        hook.get().join();
        assertThat(said).containsExactly("last words", "the work is interrupted");
    }

    @Test
    void doesNotWaitForWordsThatNeverCome() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);

        signal.after(
                () -> {
                    Thread hook = Thread.ofPlatform().start(farewell.get());
                    assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class);
                    hook.join();
                    return true;
                },
                () -> awaitForEver(never));
    }

    private static void awaitForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void isTakenBackWhenTheWorkIsDone() throws InterruptedException {
        signal.after(() -> assertThat(farewell).isNotNull(), () -> {});
        assertThat(farewell.get()).isNull();

        assertThatThrownBy(() -> signal.after(
                        () -> {
                            throw new StandardOutput.OutputException(new java.io.IOException("Broken pipe"));
                        },
                        () -> {}))
                .isInstanceOf(StandardOutput.OutputException.class);
        assertThat(farewell.get()).isNull();
    }
}
