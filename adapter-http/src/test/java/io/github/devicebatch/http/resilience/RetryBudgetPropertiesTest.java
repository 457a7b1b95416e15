package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.SeededRandom;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The budget against an account book in exact decimals. */
class RetryBudgetPropertiesTest {

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(SeededRandom.Seeds.class)
    void isTheAccountThatItSaysItIs(long seed) {
        var random = new SeededRandom(seed);
        int percent = random.between(0, 100);
        int reserve = random.between(0, 12);
        List<Boolean> questionElseRetry = random.list(0, 300, () -> random.chance(50));
        RetryBudget budget = new RetryBudget(percent / 100.0, reserve);
        BigDecimal most = BigDecimal.valueOf(reserve);
        BigDecimal account = most;
        for (boolean question : questionElseRetry) {
            if (question) {
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
