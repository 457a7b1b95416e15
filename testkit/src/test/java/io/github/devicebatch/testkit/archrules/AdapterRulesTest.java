package io.github.devicebatch.testkit.archrules;

import static io.github.devicebatch.testkit.archrules.PlantedTypes.BROKEN;
import static io.github.devicebatch.testkit.archrules.PlantedTypes.CLEAN;
import static io.github.devicebatch.testkit.archrules.PlantedTypes.violators;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.archrules.planted.broken.http.BrokenHttpAdapter;
import io.github.devicebatch.testkit.archrules.planted.broken.memory.BrokenMemoryAdapter;
import io.github.devicebatch.testkit.archrules.planted.clean.cli.CleanCommandLine;
import io.github.devicebatch.testkit.archrules.planted.clean.http.CleanHttpAdapter;
import io.github.devicebatch.testkit.archrules.planted.clean.memory.CleanMemoryAdapter;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdapterRulesTest {

    private final ArchRule contractRule =
            AdapterRules.implementorsKeepTheContract(BatchStatusQuery.class, BatchStatusQueryContract.class);

    @Test
    void reportHttpOutsideItsPackage() {
        AdapterRules.httpOnlyIn(CleanHttpAdapter.class).check(CLEAN);
        assertThat(violators(AdapterRules.httpOnlyIn(BrokenHttpAdapter.class))).containsExactly("HttpOutside");
    }

    @Test
    void reportAccessToTheProcessOutsideTheCommandLine() {
        AdapterRules.processOnlyIn(CleanCommandLine.class).check(CLEAN);
        assertThat(violators(AdapterRules.processOnlyIn(BrokenMemoryAdapter.class)))
                .containsExactlyInAnyOrder("Printing", "Exiting", "Environment", "StandardError", "StackTrace");
    }

    @Test
    void reportTextThatFollowsTheDefaultLocale() {
        AdapterRules.localesAreNamed().check(CLEAN);
        assertThat(violators(AdapterRules.localesAreNamed())).containsExactly("DefaultLocale");
        assertThat(AdapterRules.localesAreNamed()
                        .evaluate(BROKEN)
                        .getFailureReport()
                        .getDetails())
                .hasSize(5);
    }

    @Test
    void reportAnAdapterThatDependsOnAnother() {
        AdapterRules.adaptersAreIndependent(CleanHttpAdapter.class, CleanMemoryAdapter.class)
                .check(CLEAN);
        assertThat(violators(AdapterRules.adaptersAreIndependent(BrokenHttpAdapter.class, BrokenMemoryAdapter.class)))
                .containsExactly("UsesOtherAdapter");
    }

    @Test
    void reportMeaninglessNames() {
        AdapterRules.noMeaninglessNames().check(CLEAN);
        assertThat(violators(AdapterRules.noMeaninglessNames()))
                .containsExactlyInAnyOrder("QueryImpl", "DeviceManager", "DeviceHelper", "DeviceUtils", "DeviceDto");
    }

    @Test
    void reportAnImplementationWithoutAContractTest() {
        contractRule.check(CLEAN);
        assertThat(contractRule.evaluate(BROKEN).getFailureReport().getDetails())
                .singleElement()
                .asString()
                .contains("UntestedQuery");
    }

    @Test
    void reportAPackageCycle() {
        AdapterRules.noPackageCycles().check(CLEAN);
        assertThat(AdapterRules.noPackageCycles()
                        .evaluate(BROKEN)
                        .getFailureReport()
                        .toString())
                .contains("Cycle detected", "broken.application", "broken.domain", "QueryImpl", "Cycle.");
    }

    @Test
    void failWithoutClassesToCheck() {
        JavaClasses otherClasses = new ClassFileImporter().importClasses(String.class);
        Stream.of(AdapterRules.adaptersAreIndependent(CleanHttpAdapter.class, CleanMemoryAdapter.class), contractRule)
                .forEach(rule -> assertThatThrownBy(() -> rule.check(otherClasses))
                        .as(rule.getDescription())
                        .isInstanceOf(AssertionError.class));
    }
}
