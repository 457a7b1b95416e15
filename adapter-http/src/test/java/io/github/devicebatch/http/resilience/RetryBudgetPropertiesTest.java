package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The budget against an account book in exact decimals. */
class RetryBudgetPropertiesTest {

    @Property
    void isTheAccountThatItSaysItIs(
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 12) int reserve,
            @ForAll @Size(max = 300) List<Boolean> questionElseRetry) {
        RetryBudget budget = new RetryBudget(percent / 100.0, reserve);
        BigDecimal most = BigDecimal.valueOf(reserve);
        BigDecimal account = most;
        for (boolean question : questionElseRetry) {
            if (question) {
                budget.question();
                account = account.add(BigDecimal.valueOf(percent, 2)).min(most);
            } else {
                boolean covered = account.compareTo(BigDecimal.ONE) >= 0;
                assertThat(budget.take()).isEqualTo(covered);
                account = covered ? account.subtract(BigDecimal.ONE) : account;
            }
        }
    }
}
