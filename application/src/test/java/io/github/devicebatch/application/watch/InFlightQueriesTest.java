package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.BATCH;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InFlightQueriesTest {

    private static final int RUNS = 2_000;

    private final AtomicReference<Thread> thread = new AtomicReference<>();

    /** The thread ends after its answer has arrived. Many runs, because without the wait it has ended in most of them by chance. */
    @Test
    void theThreadOfAnAnswerHasEnded() throws InterruptedException {
        try (var queries = new InFlightQueries<String>(
                batch -> {
                    thread.set(Thread.currentThread());
                    return QUEUED;
                },
                2)) {
            for (int run = 0; run < RUNS; run++) {
                queries.ask("subject", BATCH);
                assertThat(queries.next()).contains(new InFlightQueries.Result<>("subject", QUEUED));
                assertThat(thread.get().isAlive()).as("run %d", run).isFalse();
            }
        }
    }

    @Test
    void closeInterruptsAQueryAndWaitsForTheEndOfItsThread() throws InterruptedException {
        var sent = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var queries = new InFlightQueries<String>(
                batch -> {
                    thread.set(Thread.currentThread());
                    sent.countDown();
                    never.await();
                    return QUEUED;
                },
                2);
        queries.ask("subject", BATCH);
        sent.await();
        queries.close();

        assertThat(thread.get().isAlive()).isFalse();
    }
}
