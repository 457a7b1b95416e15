package io.github.devicebatch.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.SystemTime;
import io.github.devicebatch.cli.fake.DemoCommand;
import io.github.devicebatch.domain.BatchMemory;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.file.FileReplacement;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.archrules.AdapterRules;
import io.github.devicebatch.testkit.archrules.HexagonRules;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The architecture rules, checked on the main classes of all five modules. */
class ArchitectureTest {

    private static final Class<?>[] MODULES = {
        BatchStatus.class, BatchStatusQuery.class, Batches.class, PartnerCenter.class, Main.class
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(MODULES);

    @ParameterizedTest
    @MethodSource("modules")
    void theClassesOfEachModuleAreChecked(Class<?> anchor) {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName)).contains(anchor.getPackageName());
    }

    static Stream<Class<?>> modules() {
        return Stream.of(MODULES);
    }

    @Test
    void onlyClassesOfTheModulesAreChecked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName))
                .allMatch(name -> Stream.of(MODULES)
                        .map(Class::getPackageName)
                        .anyMatch(base -> name.equals(base) || name.startsWith(base + ".")));
    }

    @TestFactory
    Stream<DynamicTest> rulesHold() {
        HexagonRules rules =
                HexagonRules.of(BatchStatus.class, BatchStatusQuery.class).withDefaultTimeIn(SystemTime.class);
        return Stream.of(
                        rules.domainNeedsValuesOnly(),
                        rules.domainTypesAreValues(BatchMemory.class, BatchTotals.class, ProductKey.class),
                        rules.applicationNeedsDomainAndValuesOnly(),
                        rules.coreNeverSleeps(),
                        rules.coreNeverReadsTheClock(),
                        rules.coreDoesNoInputOrOutput(),
                        AdapterRules.httpOnlyIn(PartnerCenter.class),
                        AdapterRules.processOnlyIn(Main.class),
                        AdapterRules.adaptersAreIndependent(Batches.class, PartnerCenter.class),
                        AdapterRules.localesAreNamed(),
                        AdapterRules.noMeaninglessNames(),
                        AdapterRules.noPackageCycles())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
    }

    @Test
    void onlyOneClassMovesFiles() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(FileReplacement.class.getName())
                .should()
                .callMethodWhere(target(name("move")).and(target(owner(type(Files.class)))))
                .check(CLASSES);
    }

    @Test
    void onlyTheFakePackageUsesTheTestkit() {
        noClasses()
                .that()
                .resideInAPackage(Main.class.getPackageName() + "..")
                .and()
                .resideOutsideOfPackage(DemoCommand.class.getPackageName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Batches.class.getPackageName() + "..")
                .check(CLASSES);
    }
}
