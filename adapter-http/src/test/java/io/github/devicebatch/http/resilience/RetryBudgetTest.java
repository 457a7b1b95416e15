package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.event.QueryEvent.RetryBudgetExhausted;
import io.github.devicebatch.http.event.QueryEvent.RetryWithdrawn;
import io.github.devicebatch.http.support.SeededRandom;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget(0.2, 10);

    @Test
    void fiveQueriesAllowOneRetry() {
        withdrawn(10);
        queries(4);
        assertThat(budget.tryWithdraw()).isFalse();
        queries(1);
        assertThat(budget.tryWithdraw()).isTrue();
        assertThat(budget.tryWithdraw()).isFalse();
    }

    private void queries(int count) {
        IntStream.range(0, count).forEach(query -> budget.deposit());
    }

    private long withdrawn(int wanted) {
        return IntStream.range(0, wanted).filter(retry -> budget.tryWithdraw()).count();
    }

    /** The reserve of a retry budget. */
    @Nested
    class Reserve {

        @Test
        void isInitiallyAvailable() {
            assertThat(withdrawn(50)).isEqualTo(10);
        }

        @Test
        void isTheMaximum() {
            queries(1_000);

            assertThat(withdrawn(50)).isEqualTo(10);
        }

        @Test
        void isRefilled() {
            withdrawn(10);
            queries(1_000);

            assertThat(withdrawn(50)).isEqualTo(10);
        }

        @Test
        void zeroAllowsNoRetry() {
            var nothing = new RetryBudget(0, 0);
            nothing.deposit();

            assertThat(nothing.tryWithdraw()).isFalse();
        }
    }

    /** Retries that are reserved before they are sent, and withdrawn only if they fail. */
    @Nested
    @Timeout(60)
    class Reservations {

        private static final Duration LONG = Duration.ofMinutes(1);

        private final List<Boolean> reserved = Collections.synchronizedList(new ArrayList<>());

        @Test
        void countAsWithdrawnUntilTheyAreSettled() throws InterruptedException {
            withdrawn(9);
            assertThat(budget.reserve(Duration.ZERO)).isTrue();

            assertThat(budget.tryWithdraw()).isFalse();
            assertThat(budget.reserve(Duration.ZERO)).isFalse();
        }

        @Test
        void areReturnedUnlessTheRetryFailed() throws InterruptedException {
            reserve(10);
            settle(true, 4);
            settle(false, 6);

            assertThat(withdrawn(50)).isEqualTo(6);
        }

        @Test
        void areNotReturnedAboveTheReserve() throws InterruptedException {
            reserve(2);
            queries(1_000);
            settle(false, 2);

            assertThat(withdrawn(50)).isEqualTo(10);
        }

        @Test
        void areNotWaitedForIfNoneIsHeld() throws InterruptedException {
            withdrawn(10);

            assertThat(budget.reserve(LONG)).isFalse();
        }

        /** As when one connection with many requests ends: each is sent again, ten at a time. */
        @Test
        void areWaitedForWhileOthersHoldTheRest() throws InterruptedException {
            reserve(10);
            List<Thread> waiting = startWaiting(90);
            settle(false, 10);
            for (Thread thread : waiting) {
                thread.join();
            }

            assertThat(reserved).hasSize(90).containsOnly(true);
            assertThat(withdrawn(50)).isEqualTo(10);
        }

        @Test
        void areWaitedForInVainIfAllOthersFail() throws InterruptedException {
            reserve(10);
            List<Thread> waiting = startWaiting(90);
            settle(true, 10);
            for (Thread thread : waiting) {
                thread.join();
            }

            assertThat(reserved).hasSize(90).containsOnly(false);
        }

        private void reserve(int count) throws InterruptedException {
            for (int retry = 0; retry < count; retry++) {
                assertThat(budget.reserve(Duration.ZERO)).isTrue();
            }
        }

        private void settle(boolean failed, int count) {
            IntStream.range(0, count).forEach(retry -> budget.settle(failed));
        }

        /** Starts threads that wait for a reservation, and return it at once. */
        private List<Thread> startWaiting(int count) {
            List<Thread> threads = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                threads.add(Thread.ofPlatform().start(this::reserveAndReturn));
            }
            threads.forEach(Reservations::awaitBlocked);
            return threads;
        }

        private void reserveAndReturn() {
            try {
                boolean success = budget.reserve(LONG);
                reserved.add(success);
                if (success) {
                    budget.settle(false);
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        private static void awaitBlocked(Thread thread) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    /** The events of a retry budget. */
    @Nested
    class Events {

        private final List<QueryEvent> events = new ArrayList<>();
        private final RetryBudget budget = new RetryBudget(0.2, 2, events::add);

        @Test
        void haveTheBalanceAfterEachWithdrawnRetry() {
            assertThat(budget.tryWithdraw()).isTrue();
            budget.deposit();
            assertThat(budget.tryWithdraw()).isTrue();

            assertThat(events).containsExactly(new RetryWithdrawn(1), new RetryWithdrawn(0.2));
        }

        @Test
        void includeEachRetryThatIsDenied() throws InterruptedException {
            budget.tryWithdraw();
            budget.tryWithdraw();
            events.clear();
            budget.tryWithdraw();
            budget.reserve(Duration.ZERO);

            assertThat(events).containsExactly(new RetryBudgetExhausted(), new RetryBudgetExhausted());
        }

        @ParameterizedTest
        @CsvSource({"true, 1", "false, 0"})
        void includeAReservedRetryIfItFailed(boolean failed, int withdrawn) throws InterruptedException {
            budget.reserve(Duration.ZERO);
            budget.settle(failed);

            assertThat(events).isEqualTo(Collections.nCopies(withdrawn, new RetryWithdrawn(1)));
        }
    }

    /** The budget compared with exact decimals. */
    @Nested
    class RandomSequences {

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void equalsAnExactBalance(long seed) {
            var random = new SeededRandom(seed);
            int percent = random.between(0, 100);
            int reserve = random.between(0, 12);
            List<Boolean> questionElseRetry = random.list(0, 300, () -> random.chance(50));
            RetryBudget budget = new RetryBudget(percent / 100.0, reserve);
            BigDecimal most = BigDecimal.valueOf(reserve);
            BigDecimal account = most;
            for (boolean query : questionElseRetry) {
                if (query) {
                    budget.deposit();
                    account = account.add(BigDecimal.valueOf(percent, 2)).min(most);
                } else {
                    boolean covered = account.compareTo(BigDecimal.ONE) >= 0;
                    assertThat(budget.tryWithdraw()).isEqualTo(covered);
                    account = covered ? account.subtract(BigDecimal.ONE) : account;
                }
            }
        }
    }
}
