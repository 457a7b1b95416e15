package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.archrules.PackageDependencies.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.application.ForbiddenWatchUse;
import io.github.devicebatch.testkit.archrules.PackageDependencies;
import io.github.devicebatch.testkit.json.ForbiddenServerUse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packages of domain, application and testkit, and the packages that each of them may use. */
class PackageDependenciesTest {

    private static final ArchRule APPLICATION = PackageDependencies.below("io.github.devicebatch.application")
            .allow(ROOT, "async")
            .allow("watch", "async", "handover", ROOT)
            .allow("async")
            .allow("handover")
            .allow("upload")
            .rule();

    private static final ArchRule TESTKIT = PackageDependencies.below("io.github.devicebatch.testkit")
            .allow(ROOT)
            .allow("archrules")
            .allow("contract", "server", "http", ROOT)
            .allow("credentials", "http")
            .allow("http", ROOT)
            .allow("json")
            .allow("junit", "server", "http", ROOT)
            .allow("oauth", "http", "credentials", "tls")
            .allow("scenario", "http", "json", "upload", ROOT)
            .allow("server", "oauth", "scenario", "upload", "transport", "tls", "credentials", "json", "http", ROOT)
            .allow("tls")
            .allow("transport", "http", "tls")
            .allow("upload", "json", ROOT)
            .rule();

    private static final ImportOption MAIN = new ImportOption.DoNotIncludeTests();

    @Test
    void domainHasOnePackage() {
        PackageDependencies.below("io.github.devicebatch.domain")
                .allow(ROOT)
                .rule()
                .check(classes("domain", MAIN));
    }

    @Test
    void thePortDoesNotUseTheWatch() {
        APPLICATION.check(classes("application", MAIN));
    }

    @Test
    void packagesOfTheTestkitUseOnlyAllowedPackages() {
        TESTKIT.check(classes("testkit", MAIN));
    }

    @Test
    void reportsAForbiddenDependencyOfThePort() {
        assertThat(violations(APPLICATION, "application", ForbiddenWatchUse.class))
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("(root) may not use watch: "));
    }

    @Test
    void reportsAForbiddenDependencyOfTheTestkit() {
        assertThat(violations(TESTKIT, "testkit", ForbiddenServerUse.class))
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("json may not use server: "));
    }

    private static List<String> violations(ArchRule table, String module, Class<?> planted) {
        ImportOption mainAndPlanted =
                location -> MAIN.includes(location) || location.contains("/" + planted.getSimpleName() + ".class");
        return table.evaluate(classes(module, mainAndPlanted))
                .getFailureReport()
                .getDetails();
    }

    private static JavaClasses classes(String module, ImportOption option) {
        return new ClassFileImporter().withImportOption(option).importPackages("io.github.devicebatch." + module);
    }
}
