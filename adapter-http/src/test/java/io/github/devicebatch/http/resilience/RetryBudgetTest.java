package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.SeededRandom;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

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
        void isInDebtAfterRetriesThatWereSentAlready() {
            IntStream.range(0, 12).forEach(retry -> budget.withdraw());
            assertThat(budget.tryWithdraw()).isFalse();
            queries(14);
            assertThat(budget.hasRetry()).isFalse();
            queries(1);
            assertThat(withdrawn(50)).isEqualTo(1);
        }

        @Test
        void zeroAllowsNoRetry() {
            var nothing = new RetryBudget(0, 0);
            nothing.deposit();

            assertThat(nothing.tryWithdraw()).isFalse();
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
