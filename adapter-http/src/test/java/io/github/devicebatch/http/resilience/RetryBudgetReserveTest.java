package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a budget for retries holds without having earned it. */
class RetryBudgetReserveTest {

    private final RetryBudget budget = new RetryBudget(0.2, 10);

    @Test
    void holdsItsReserveAtFirst() {
        assertThat(taken(50)).isEqualTo(10);
    }

    @Test
    void savesNoMoreThanItsReserve() {
        questions(1_000);

        assertThat(taken(50)).isEqualTo(10);
    }

    @Test
    void fillsUpAgainToItsReserve() {
        taken(10);
        questions(1_000);

        assertThat(taken(50)).isEqualTo(10);
    }

    @Test
    void isEmptyWithoutReserve() {
        var nothing = new RetryBudget(0, 0);
        nothing.deposit();

        assertThat(nothing.tryWithdraw()).isFalse();
    }

    private void questions(int count) {
        IntStream.range(0, count).forEach(question -> budget.deposit());
    }

    private long taken(int wanted) {
        return IntStream.range(0, wanted).filter(retry -> budget.tryWithdraw()).count();
    }
}
