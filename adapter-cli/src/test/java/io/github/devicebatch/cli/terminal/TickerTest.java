package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void ticksOnItsOwnDaemonThreadUntilItIsStopped() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(3);
        AtomicReference<Thread> thread = new AtomicReference<>();

        Ticker.Ticking ticking = Ticker.ofThisProcess().every(Duration.ofMillis(1), () -> {
            thread.set(Thread.currentThread());
            ticks.countDown();
        });

        assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
        ticking.stop();
        assertThat(thread.get().join(Duration.ofSeconds(10))).isTrue();
        assertThat(thread.get().isDaemon()).isTrue();
    }
}
