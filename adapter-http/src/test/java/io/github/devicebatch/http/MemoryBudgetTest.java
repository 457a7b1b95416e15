package io.github.devicebatch.http;

import static io.github.devicebatch.http.SmallBudget.LARGE;
import static io.github.devicebatch.http.SmallBudget.LARGE_REPLY;
import static io.github.devicebatch.http.SmallBudget.MIB;
import static io.github.devicebatch.http.SmallBudget.withDevices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.support.BackgroundQuery;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small memory budget, over real sockets. */
@Timeout(60)
@ExtendWith(FakePartnerCenterExtension.class)
class MemoryBudgetTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final BatchReference OTHER = Batches.anotherBatch();

    private final FakePartnerCenter fake;
    private final SmallBudget small;

    MemoryBudgetTest(FakePartnerCenter fake) {
        this.fake = fake;
        this.small = new SmallBudget(fake);
    }

    private void assertAllIsFree() {
        small.awaitFree();
        assertThat(small.budget().toString()).isEqualTo("MemoryBudget[4194304 bytes, 4096 KiB free]");
    }

    @Test
    void theProcessHasOneOfHalfItsHeap() {
        assertThat(MemoryBudget.ofProcess()).isSameAs(MemoryBudget.ofProcess());
        assertThat(MemoryBudget.ofProcess().bytes())
                .isEqualTo(Math.max(MIB, Runtime.getRuntime().maxMemory() / 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, MIB - 1})
    void isNotSmallerThanAMebibyte(long bytes) {
        assertThatThrownBy(() -> MemoryBudget.ofBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a memory budget has at least 1048576 bytes, not " + bytes);
    }

    /** An answer that needs all of the budget is held by a listener that has not handled it yet. */
    @Nested
    class Contention {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch handled = new CountDownLatch(1);
        private final FutureTask<Void> survey = new FutureTask<>(this::holdAnswer, null);

        private void hold() throws InterruptedException {
            fake.script(OTHER)
                    .then(Reply.describing(Batches.finished(OTHER.tracking())).paddedTo(3 * MIB + MIB / 2));
            Thread.ofVirtual().start(survey);
            arrived.await();
        }

        private void holdAnswer() {
            try (PartnerCenter partnerCenter = small.builder().build()) {
                BatchSurvey.of(partnerCenter.batchStatus(), 2).ask(List.of(OTHER), (batch, answer) -> {
                    arrived.countDown();
                    assertThat(answer).isInstanceOf(Found.class);
                    awaitHandled();
                });
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        private void awaitHandled() {
            try {
                handled.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        @AfterEach
        void endSurvey() throws Exception {
            handled.countDown();
            survey.get(1, TimeUnit.MINUTES);
            assertAllIsFree();
        }

        static final List<Arguments> LONG_REPLIES = List.of(
                argumentSet("announced", LARGE_REPLY.paddedTo(MIB)),
                argumentSet("chunked", LARGE_REPLY.chunked(100_000)),
                argumentSet("chunked in long pieces", LARGE_REPLY.chunked(MIB)));

        @ParameterizedTest
        @FieldSource("LONG_REPLIES")
        void aLongAnswerWaitsForMemoryAndItsRequestIsSentAgain(Reply reply) throws Exception {
            hold();
            fake.script(Batches.REFERENCE).then(reply);
            try (PartnerCenter partnerCenter = small.builder().build()) {
                var waiting = new FutureTask<>(() -> partnerCenter.batchStatus().ask(Batches.REFERENCE));
                Thread.ofVirtual().start(waiting);
                awaitWaiting();
                assertThat(fake.connections().awaitOpen(1, LONG)).isTrue();
                assertThat(fake.requestCount()).isEqualTo(2);
                handled.countDown();

                assertThat(waiting.get(1, TimeUnit.MINUTES))
                        .asInstanceOf(type(Found.class))
                        .satisfies(found -> {
                            assertThat(found.status()).isEqualTo(LARGE);
                            assertThat(found.trace().attempts()).isEqualTo(1);
                        });
            }
            assertThat(fake.requestCount()).isEqualTo(3);
        }

        private void awaitWaiting() {
            while (small.budget().memory().waiting() == 0) {
                Thread.onSpinWait();
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 100})
        void aShortAnswerNeedsNoMemory(int devices) throws InterruptedException {
            hold();
            BatchStatus status = withDevices(devices);
            fake.script(Batches.REFERENCE).then(Reply.describing(status).paddedTo(64 << 10));
            try (PartnerCenter partnerCenter = small.builder().build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE).orElseThrow())
                        .isEqualTo(status);
            }
        }

        @Test
        void aBodyOfAnErrorNeedsNoMemory() throws InterruptedException {
            hold();
            fake.script(Batches.REFERENCE).then(Reply.status(404).paddedTo(MIB));
            try (PartnerCenter partnerCenter = small.builder().build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                        .isInstanceOf(BatchStatusAnswer.NotFound.class);
            }
        }

        /** It is no failure of the service: neither the circuit breaker nor the retry budget counts it. */
        @Test
        void theWaitEndsAtTheDeadlineOfTheQuery() throws InterruptedException {
            hold();
            fake.script(Batches.REFERENCE).then(LARGE_REPLY);
            List<QueryEvent> events = new ArrayList<>();
            try (PartnerCenter partnerCenter = small.builder()
                    .retries(RetrySettings.DEFAULT.withQuestionTimeout(Duration.ofMillis(500)))
                    .circuitBreaker(new CircuitBreakerSettings(1, 1, 1, LONG, 1, LONG))
                    .listener(events::add)
                    .build()) {
                for (int query = 0; query < 2; query++) {
                    assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                            .asInstanceOf(type(Unavailable.class))
                            .satisfies(unavailable -> {
                                assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.DEADLINE);
                                assertThat(unavailable.party()).isEqualTo(Party.CLIENT);
                                assertThat(unavailable.detail())
                                        .startsWith("other answers held the memory for answers during all of the ")
                                        .endsWith(" ms that were left for the query");
                                assertThat(unavailable.trace().attempts()).isEqualTo(1);
                            });
                }
            }
            assertThat(fake.requestCount()).isEqualTo(3);
            assertThat(events)
                    .noneMatch(event -> event instanceof QueryEvent.RetryWithdrawn
                            || event instanceof QueryEvent.CircuitBreakerChanged);
        }

        @Test
        void interruptionEndsTheWait() throws InterruptedException {
            hold();
            fake.script(Batches.REFERENCE).then(LARGE_REPLY);
            try (PartnerCenter partnerCenter = small.builder().build()) {
                BackgroundQuery query = BackgroundQuery.of(partnerCenter);
                awaitWaiting();

                query.assertInterruptible();
            }
        }

        /** The request that is sent again waits for the rate limit as any other. */
        @Test
        void theRateLimitHoldsForTheRequestThatIsSentAgain() throws Exception {
            hold();
            fake.script(Batches.REFERENCE).then(LARGE_REPLY);
            ManualTime time = ManualTime.start();
            Duration interval = Duration.ofMinutes(1);
            List<QueryEvent> events = new ArrayList<>();
            try (PartnerCenter partnerCenter = small.builder()
                    .time(time, time)
                    .rateLimit(new RateLimitSettings(interval, 1))
                    .listener(events::add)
                    .build()) {
                var waiting = new FutureTask<>(() -> partnerCenter.batchStatus().ask(Batches.REFERENCE));
                Thread.ofVirtual().start(waiting);
                awaitWaiting();
                assertThat(events).noneMatch(QueryEvent.PauseStarted.class::isInstance);
                handled.countDown();

                assertThat(waiting.get(1, TimeUnit.MINUTES)).isInstanceOf(Found.class);
            }
            assertThat(events)
                    .contains(new QueryEvent.PauseStarted(QueryEvent.PauseStarted.Reason.RATE_LIMIT, interval));
        }

        @Test
        void anotherBudgetIsNotConcerned() throws InterruptedException {
            hold();
            fake.script(Batches.REFERENCE).then(LARGE_REPLY);
            try (PartnerCenter partnerCenter =
                    small.builder().memory(MemoryBudget.ofBytes(8 * MIB)).build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
            }
        }
    }
}
