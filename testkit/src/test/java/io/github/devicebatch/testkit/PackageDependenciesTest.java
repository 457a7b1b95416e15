package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.archrules.PackageDependencies.ROOT;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.devicebatch.testkit.archrules.PackageDependencies;
import org.junit.jupiter.api.Test;

/** The packages of domain, application and testkit, and the packages that each of them may use. */
class PackageDependenciesTest {

    @Test
    void domainHasOnePackage() {
        PackageDependencies.below("io.github.devicebatch.domain")
                .allow(ROOT)
                .rule()
                .check(main("domain"));
    }

    @Test
    void thePortDoesNotUseTheWatch() {
        PackageDependencies.below("io.github.devicebatch.application")
                .allow(ROOT)
                .allow("watch", ROOT)
                .rule()
                .check(main("application"));
    }

    @Test
    void packagesOfTheTestkitUseOnlyAllowedPackages() {
        PackageDependencies.below("io.github.devicebatch.testkit")
                .allow(ROOT)
                .allow("archrules")
                .allow("assertions", "server")
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
                .rule()
                .check(main("testkit"));
    }

    private static JavaClasses main(String module) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.devicebatch." + module);
    }
}
