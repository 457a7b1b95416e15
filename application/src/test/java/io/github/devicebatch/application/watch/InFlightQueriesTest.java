package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.BATCH;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.handover.AnswerHandover;
import io.github.devicebatch.domain.BatchReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                try (InFlightQueries.Result<String> result = queries.next().orElseThrow()) {
                    assertThat(result.subject()).isEqualTo("subject");
                    assertThat(result.answer()).isEqualTo(QUEUED);
                }
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

    /** What an answer holds: it is released once, when the answer has been handled or dropped. */
    @Nested
    class Handover {

        private final AtomicInteger held = new AtomicInteger();

        /** Ways in which an answer leaves the queries. */
        private enum WayOut {
            HANDLED,
            CLOSED,
            ABANDONED,
            RECALLED,
            RECALLED_AND_CLOSED
        }

        @ParameterizedTest
        @EnumSource
        void isReleasedOnEveryWayOut(WayOut wayOut) throws InterruptedException {
            var queries = new InFlightQueries<String>(this::holding, 2);
            queries.ask("subject", BATCH);
            awaitArrival(queries);

            assertThat(held).hasValue(1);
            leave(queries, wayOut);
            assertThat(held).hasValue(0);
            queries.close();
            assertThat(held).hasValue(0);
        }

        private void leave(InFlightQueries<String> queries, WayOut wayOut) throws InterruptedException {
            switch (wayOut) {
                case HANDLED -> queries.next().orElseThrow().close();
                case CLOSED -> queries.close();
                case ABANDONED -> queries.abandon();
                case RECALLED -> queries.recall(InFlightQueries.Result::close);
                case RECALLED_AND_CLOSED -> {
                    queries.ask("another", BATCH);
                    awaitArrival(queries);
                    assertThatThrownBy(() -> queries.recall(result -> {
                                result.close();
                                throw new IllegalStateException("the listener failed");
                            }))
                            .hasMessage("the listener failed");
                    queries.close();
                }
            }
        }

        @Test
        void isReleasedIfTheQueryFails() throws InterruptedException {
            try (var queries = new InFlightQueries<String>(
                    batch -> {
                        holding(batch);
                        throw new IllegalStateException("a bug");
                    },
                    2)) {
                queries.ask("subject", BATCH);

                assertThatThrownBy(queries::next).hasMessage("a bug");
            }
            assertThat(held).hasValue(0);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void lastsUntilTheAnswerHasBeenHandled(int concurrency) throws InterruptedException {
            try (var queries = new InFlightQueries<String>(this::holding, concurrency)) {
                for (int run = 0; run < 3; run++) {
                    queries.ask("subject", BATCH);
                    try (InFlightQueries.Result<String> result = queries.next().orElseThrow()) {
                        assertThat(held).hasValue(1);
                        assertThat(result.answer()).isEqualTo(QUEUED);
                    }
                    assertThat(held).hasValue(0);
                }
            }
        }

        /** A use case inside a query, such as a survey that another one asks. */
        @Test
        void anInnerOneHoldsOnlyWhatBelongsToIt() throws InterruptedException {
            try (var queries = new InFlightQueries<String>(
                    batch -> {
                        try (var inner = new InFlightQueries<String>(this::holding, 1)) {
                            inner.ask("inner", batch);
                            inner.next().orElseThrow().close();
                        }
                        assertThat(held).hasValue(0);
                        return holding(batch);
                    },
                    1)) {
                queries.ask("subject", BATCH);

                assertThat(held).hasValue(1);
                queries.next().orElseThrow().close();
            }
            assertThat(held).hasValue(0);
        }

        @Test
        void nothingIsKeptWithoutAConsumer() throws InterruptedException {
            assertThat(AnswerHandover.keep(held::incrementAndGet)).isFalse();
            try (var queries = new InFlightQueries<String>(this::holding, 1)) {
                queries.ask("subject", BATCH);
                assertThat(AnswerHandover.keep(held::incrementAndGet)).isFalse();
            }
            assertThat(held).hasValue(0);
        }

        private BatchStatusAnswer holding(BatchReference batch) {
            held.incrementAndGet();
            assertThat(AnswerHandover.keep(held::decrementAndGet)).isTrue();
            return QUEUED;
        }

        private static void awaitArrival(InFlightQueries<String> queries) {
            while (!queries.hasArrivals()) {
                Thread.onSpinWait();
            }
        }
    }
}
