package io.github.devicebatch.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.archrules.AdapterRules;
import io.github.devicebatch.testkit.archrules.HexagonRules;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the hexagon, held against the main classes of all five modules. */
class HouseRulesTest {

    private static final Class<?>[] MODULES = {
        BatchStatus.class, BatchStatusQuery.class, FakePartnerCenter.class, PartnerCenter.class, Main.class
    };
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(MODULES);

    @Test
    void theWholeHouseIsLookedAt() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(
                        Stream.of(MODULES).map(Class::getPackageName).toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        HexagonRules rules = HexagonRules.of(BatchStatus.class, BatchStatusQuery.class);
        return Stream.of(
                        rules.domainNeedsValuesOnly(),
                        rules.domainTypesAreValues(ProductKey.class),
                        rules.applicationNeedsDomainAndValuesOnly(),
                        rules.coreNeverSleeps(),
                        rules.coreNeverReadsTheClock(),
                        rules.coreDoesNoInputOrOutput(),
                        AdapterRules.httpOnlyIn(PartnerCenter.class),
                        AdapterRules.processOnlyIn(Main.class),
                        AdapterRules.adaptersAreIndependent(FakePartnerCenter.class, PartnerCenter.class),
                        AdapterRules.noMeaninglessNames(),
                        AdapterRules.noPackageCycles())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
    }

    @Test
    void onlyDemoAndFakeTouchTheTestkit() {
        noClasses()
                .that()
                .resideInAPackage(Main.class.getPackageName())
                .and()
                .haveNameNotMatching(".*\\.(Demo\\w+|Fake\\w+)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FakePartnerCenter.class.getPackageName())
                .check(HOUSE);
    }
}
