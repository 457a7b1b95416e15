package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.junit.BatchStatusAssert.assertThat;
import static io.github.devicebatch.testkit.junit.FakePartnerCenterAssert.assertThat;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.PlainQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class ManualTimeTest {

    private final ManualTime time = ManualTime.startingAt(Instant.EPOCH);

    @Test
    void advancesWithPauses() throws InterruptedException {
        time.pause(Duration.ofHours(2));
        time.pause(Duration.ofMillis(1));
        assertThat(time.instant()).isEqualTo(Instant.EPOCH.plusMillis(7_200_001));
        assertThat(time.pauses()).containsExactly(Duration.ofHours(2), Duration.ofMillis(1));
    }

    @Test
    void advancesWithoutAPause() {
        time.advance(Duration.ofSeconds(3));
        assertThat(time.instant()).isEqualTo(Instant.EPOCH.plusSeconds(3));
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void doesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofNanos(-1)));
    }

    @Test
    void startsAtTheDefaultStart() {
        assertThat(ManualTime.start().instant()).isEqualTo(ManualTime.DEFAULT_START);
    }

    @Nested
    class Pauses {

        @Test
        void recordAZeroPauseWithoutAdvancing() throws InterruptedException {
            time.pause(Duration.ZERO);
            time.pause(Duration.ofSeconds(-1));
            assertThat(time.instant()).isEqualTo(Instant.EPOCH);
            assertThat(time.pauses()).containsExactly(Duration.ZERO, Duration.ofSeconds(-1));
        }

        @Test
        void doNotAdvanceForAnInterruptedThread() {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> time.pause(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(time.instant()).isEqualTo(Instant.EPOCH);
            assertThat(time.pauses()).isEmpty();
        }

        @Test
        void addUpOverManyThreads() {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int number = 0; number < 1_000; number++) {
                    threads.submit(() -> {
                        time.pause(Duration.ofSeconds(1));
                        return time;
                    });
                }
            }
            assertThat(time.instant()).isEqualTo(Instant.EPOCH.plusSeconds(1_000));
            assertThat(time.pauses()).hasSize(1_000);
        }
    }

    @Nested
    @ExtendWith(FakePartnerCenterExtension.class)
    class InAFake {

        @Test
        void isSharedByClientAndFake(FakePartnerCenter partnerCenter, ManualTime time) throws Exception {
            partnerCenter
                    .timeline(Batches.REFERENCE)
                    .from(Duration.ZERO, Batches.queued())
                    .from(Duration.ofMinutes(2), Batches.processing())
                    .from(Duration.ofMinutes(10), Batches.finishedWithOneFailure());

            try (PlainQuery query = new PlainQuery(partnerCenter.baseUrl(), "made-up")) {
                BatchStatus status = waitUntilFinal(query, time);

                assertThat(status).hasOutcome(BatchOutcome.SOME_FAILED);
                assertThat(partnerCenter)
                        .received(11)
                        .requestsFor(Batches.REFERENCE)
                        .atLeast(60, SECONDS)
                        .apart()
                        .atMost(60, SECONDS)
                        .apart();
                assertThat(time.instant()).isEqualTo(ManualTime.DEFAULT_START.plus(Duration.ofMinutes(10)));
            }
        }

        /** A typical polling loop. */
        private static BatchStatus waitUntilFinal(BatchStatusQuery query, Pause pause) throws InterruptedException {
            while (true) {
                BatchStatusAnswer answer = query.ask(Batches.REFERENCE);
                if (answer instanceof Found found && found.status().isFinal()) {
                    return found.status();
                }
                pause.pause(Duration.ofMinutes(1));
            }
        }
    }
}
