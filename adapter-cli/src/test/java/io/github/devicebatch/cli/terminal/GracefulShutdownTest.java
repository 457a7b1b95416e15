package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GracefulShutdownTest {

    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Runnable> registered = new AtomicReference<>();
    private final GracefulShutdown shutdown = new GracefulShutdown(hook -> {
        registered.set(hook);
        return () -> registered.set(null);
    });

    @Test
    void runsTheHookBeforeItInterruptsTheWork() throws InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();

        shutdown.run(
                () -> {
                    thread.set(Thread.ofPlatform().start(registered.get()));
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException expected) {
                        output.add("the work is interrupted");
                    }
                    return true;
                },
                () -> output.add("last output"));

        thread.get().join();
        assertThat(output).containsExactly("last output", "the work is interrupted");
    }

    @Test
    void doesNotWaitForAHookThatBlocks() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);

        shutdown.run(
                () -> {
                    Thread hook = Thread.ofPlatform().start(registered.get());
                    assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class);
                    hook.join();
                    return true;
                },
                () -> blockForEver(never));
    }

    private static void blockForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void theHookIsRemovedWhenTheWorkEnds() throws InterruptedException {
        shutdown.run(() -> assertThat(registered).isNotNull(), () -> {});
        assertThat(registered.get()).isNull();

        assertThatThrownBy(() -> shutdown.run(
                        () -> {
                            throw new StandardOutput.OutputException(
                                    new ReaderGoneException(new IOException("No reader")));
                        },
                        () -> {}))
                .isInstanceOf(StandardOutput.OutputException.class);
        assertThat(registered.get()).isNull();
    }
}
