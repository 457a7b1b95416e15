package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget(0.2, 10);

    @Test
    void earnsARetryWithEveryFifthQuestion() {
        taken(10);
        questions(4);
        assertThat(budget.tryWithdraw()).isFalse();
        questions(1);
        assertThat(budget.tryWithdraw()).isTrue();
        assertThat(budget.tryWithdraw()).isFalse();
    }

    private void questions(int count) {
        IntStream.range(0, count).forEach(question -> budget.deposit());
    }

    private long taken(int wanted) {
        return IntStream.range(0, wanted).filter(retry -> budget.tryWithdraw()).count();
    }
}
