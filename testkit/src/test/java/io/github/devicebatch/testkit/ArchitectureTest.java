package io.github.devicebatch.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.SystemTime;
import io.github.devicebatch.domain.BatchMemory;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.archrules.AdapterRules;
import io.github.devicebatch.testkit.archrules.HexagonRules;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.BlackHole;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.Test;

/** The architecture rules, applied to domain, application and testkit. The module adapter-cli applies them to all modules. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(BatchStatus.class, BatchStatusQuery.class, Batches.class);

    private final HexagonRules rules =
            HexagonRules.of(BatchStatus.class, BatchStatusQuery.class).withDefaultTimeIn(SystemTime.class);

    @Test
    void domainDependsOnlyOnValues() {
        rules.domainNeedsValuesOnly().check(MAIN);
    }

    @Test
    void applicationDependsOnlyOnDomainAndValues() {
        rules.applicationNeedsDomainAndValuesOnly().check(MAIN);
    }

    @Test
    void domainTypesAreValues() {
        rules.domainTypesAreValues(BatchMemory.class, BatchTotals.class, ProductKey.class)
                .check(MAIN);
    }

    @Test
    void coreNeverSleeps() {
        rules.coreNeverSleeps().check(MAIN);
    }

    @Test
    void coreNeverReadsTheClock() {
        rules.coreNeverReadsTheClock().check(MAIN);
    }

    @Test
    void coreDoesNoInputOrOutput() {
        rules.coreDoesNoInputOrOutput().check(MAIN);
    }

    @Test
    void namesAreNotMeaningless() {
        AdapterRules.noMeaninglessNames().check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        AdapterRules.noPackageCycles().check(MAIN);
    }

    @Test
    void testkitUsesNoHttpClientAndNotTheProcess() {
        AdapterRules.httpOnlyIn(java.net.http.HttpClient.class).check(MAIN);
        AdapterRules.processOnlyIn(org.junit.jupiter.api.Test.class).check(MAIN);
    }

    @Test
    void fakeRunsTheContract() {
        JavaClasses mainAndTests = new ClassFileImporter()
                .importClasses(
                        FakeBatchStatusQuery.class,
                        FakeBatchStatusQueryContractTest.class,
                        BatchStatusQueryContract.class);
        AdapterRules.implementorsKeepTheContract(BatchStatusQuery.class, BatchStatusQueryContract.class)
                .check(mainAndTests);
    }

    @Test
    void serverDependsOnNoTestLibrary() {
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
