package io.github.devicebatch.testkit.archrules;

import static io.github.devicebatch.testkit.archrules.PackageDependencies.ROOT;
import static io.github.devicebatch.testkit.archrules.PlantedTypes.BROKEN;
import static io.github.devicebatch.testkit.archrules.PlantedTypes.CLEAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageDependenciesTest {

    private final PackageDependencies clean = PackageDependencies.below(PlantedTypes.PACKAGE + ".clean")
            .allow("domain")
            .allow("application", "domain")
            .allow("http")
            .allow("memory", "domain");
    private final PackageDependencies broken = PackageDependencies.below(PlantedTypes.PACKAGE + ".broken")
            .allow("domain")
            .allow("application", "domain")
            .allow("http")
            .allow("memory");

    @Test
    void passesWhereTheTableAllowsAllDependencies() {
        clean.allow("cli", "domain", "memory").rule().check(CLEAN);
    }

    @Test
    void reportsADependencyThatTheTableDoesNotAllow() {
        assertThat(violations(broken.allow("cli"), BROKEN))
                .anySatisfy(violation -> assertThat(violation)
                        .startsWith("domain may not use application: ")
                        .contains("Cycle"))
                .anySatisfy(violation -> assertThat(violation)
                        .startsWith("application may not use http: ")
                        .contains("UsesAdapter"))
                .anySatisfy(violation -> assertThat(violation)
                        .startsWith("http may not use memory: ")
                        .contains("UsesOtherAdapter"))
                .noneSatisfy(violation -> assertThat(violation).startsWith("application may not use domain: "))
                .allSatisfy(violation -> assertThat(violation).contains(" may not use "));
    }

    @Test
    void reportsAPackageThatIsNotInTheTable() {
        assertThat(violations(clean, CLEAN)).containsExactly("the table has no entry for the package cli");
    }

    @Test
    void reportsAnEntryWhosePackageHasNoClasses() {
        assertThat(violations(clean.allow("cli", "domain", "memory", "disk").allow("wire"), CLEAN))
                .containsExactly(
                        "the table names a package without classes: disk",
                        "the table names a package without classes: wire");
    }

    @Test
    void distinguishesTheBasePackageFromThePackagesBelowIt() {
        PackageDependencies table = PackageDependencies.below(PlantedTypes.PACKAGE + ".clean.domain");
        table.allow(ROOT).rule().check(CLEAN);
        assertThat(violations(table, CLEAN)).containsExactly("the table has no entry for the package (root)");
    }

    @Test
    void failsWhereNoClassIsImported() {
        JavaClasses others = new ClassFileImporter().importClasses(String.class);
        assertThatThrownBy(() -> clean.rule().check(others)).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesASecondEntryForAPackage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clean.allow("memory"))
                .withMessage("two entries for the package memory");
    }

    private static List<String> violations(PackageDependencies table, JavaClasses classes) {
        return table.rule().evaluate(classes).getFailureReport().getDetails();
    }
}
