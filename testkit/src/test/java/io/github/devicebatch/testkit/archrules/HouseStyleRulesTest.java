package io.github.devicebatch.testkit.archrules;

import static io.github.devicebatch.testkit.support.PlantedTypes.BROKEN;
import static io.github.devicebatch.testkit.support.PlantedTypes.CLEAN;
import static io.github.devicebatch.testkit.support.PlantedTypes.culprits;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import org.junit.jupiter.api.Test;

class HouseStyleRulesTest {

    @Test
    void findsNamesThatSayNothing() {
        HexagonRules.namesSaySomething().check(CLEAN);
        assertThat(culprits(HexagonRules.namesSaySomething()))
                .containsExactlyInAnyOrder("QueryImpl", "DeviceManager", "DeviceHelper", "DeviceUtils", "DeviceDto");
    }

    @Test
    void findsAnImplementorWithoutAContractTest() {
        ArchRule rule =
                HexagonRules.implementorsKeepTheContract(BatchStatusQuery.class, BatchStatusQueryContract.class);
        rule.check(CLEAN);
        assertThat(rule.evaluate(BROKEN).getFailureReport().getDetails())
                .singleElement()
                .asString()
                .contains("UntestedQuery");
    }

    @Test
    void findsAPackageCycle() {
        HexagonRules.noPackageCycles().check(CLEAN);
        assertThat(HexagonRules.noPackageCycles()
                        .evaluate(BROKEN)
                        .getFailureReport()
                        .toString())
                .contains("Cycle detected", "broken.application", "broken.domain", "QueryImpl", "Cycle.");
    }
}
