package io.github.devicebatch.http;

import static io.github.devicebatch.testkit.archrules.PackageDependencies.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.http.context.PlantedViolation;
import io.github.devicebatch.testkit.archrules.PackageDependencies;
import org.junit.jupiter.api.Test;

/**
 * The allowed dependencies between the packages of this module. No package depends on the exported one.
 */
class PackageDependenciesTest {

    private static final ImportOption MAIN = new ImportOption.DoNotIncludeTests();
    private static final ArchRule TABLE = PackageDependencies.below(PartnerCenter.class.getPackageName())
            .allow(ROOT, "resilience", "query", "auth", "transport", "credential", "context", "event", "text", "file")
            .allow("resilience", "context", "event")
            .allow("query", "auth", "credential", "json", "transport", "context", "event")
            .allow("auth", "credential", "json", "transport", "context", "file")
            .allow("json", "credential")
            .allow("transport")
            .allow("credential", "text", "file")
            .allow("context")
            .allow("text")
            .allow("file")
            .allow("event")
            .rule();

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        TABLE.check(classes(MAIN));
    }

    @Test
    void aPlantedViolationIsReported() {
        String planted = PlantedViolation.class.getSimpleName() + ".class";
        JavaClasses classes = classes(location -> MAIN.includes(location) || location.contains(planted));

        assertThat(TABLE.evaluate(classes).getFailureReport().getDetails())
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("context may not use (root): "));
    }

    private static JavaClasses classes(ImportOption option) {
        return new ClassFileImporter().withImportOption(option).importPackagesOf(PartnerCenter.class);
    }
}
