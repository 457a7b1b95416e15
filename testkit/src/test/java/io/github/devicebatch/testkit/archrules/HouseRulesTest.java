package io.github.devicebatch.testkit.archrules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.FakeBatchStatusQuery;
import io.github.devicebatch.testkit.FakeBatchStatusQueryContractTest;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.BlackHole;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.Test;

/** The rules as they apply to this half of the house; adapter-cli, which sees all of it, applies them to all of it. */
class HouseRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(BatchStatus.class, BatchStatusQuery.class, FakePartnerCenter.class);

    private final HexagonRules rules = HexagonRules.of(BatchStatus.class, BatchStatusQuery.class);

    @Test
    void theDomainNeedsValuesOnly() {
        rules.domainNeedsValuesOnly().check(MAIN);
    }

    @Test
    void theApplicationNeedsTheDomainAndValuesOnly() {
        rules.applicationNeedsDomainAndValuesOnly().check(MAIN);
    }

    @Test
    void theDomainConsistsOfValues() {
        rules.domainTypesAreValues(ProductKey.class).check(MAIN);
    }

    @Test
    void theCoreNeverSleeps() {
        rules.coreNeverSleeps().check(MAIN);
    }

    @Test
    void theCoreNeverReadsTheClock() {
        rules.coreNeverReadsTheClock().check(MAIN);
    }

    @Test
    void theCoreDoesNoInputOrOutput() {
        rules.coreDoesNoInputOrOutput().check(MAIN);
    }

    @Test
    void namesSaySomething() {
        HexagonRules.namesSaySomething().check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        HexagonRules.noPackageCycles().check(MAIN);
    }

    @Test
    void theTestkitUsesNeitherAnHttpClientNorTheProcess() {
        HexagonRules.httpOnlyIn(java.net.http.HttpClient.class).check(MAIN);
        HexagonRules.processOnlyIn(org.junit.jupiter.api.Test.class).check(MAIN);
    }

    @Test
    void theFakeRunsItsContract() {
        JavaClasses mainAndTests = new ClassFileImporter()
                .importClasses(
                        FakeBatchStatusQuery.class,
                        FakeBatchStatusQueryContractTest.class,
                        BatchStatusQueryContract.class);
        HexagonRules.implementorsKeepTheContract(BatchStatusQuery.class, BatchStatusQueryContract.class)
                .check(mainAndTests);
    }

    @Test
    void theServerNeedsTheJdkAlone() {
        noClasses()
                .that()
                .belongToAnyOf(
                        FakePartnerCenter.class,
                        BlackHole.class,
                        Batches.class,
                        Devices.class,
                        ManualTime.class,
                        Reply.class)
                .should()
                .transitivelyDependOnClassesThat(
                        resideInAnyPackage("org.junit..", "org.assertj..", "com.tngtech..", "org.apiguardian.."))
                .check(MAIN);
    }
}
