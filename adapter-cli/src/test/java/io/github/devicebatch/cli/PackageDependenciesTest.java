package io.github.devicebatch.cli;

import static io.github.devicebatch.testkit.archrules.PackageDependencies.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.cli.terminal.ForbiddenDependency;
import io.github.devicebatch.testkit.archrules.PackageDependencies;
import org.junit.jupiter.api.Test;

/** The packages of this module and which of them each may use. */
class PackageDependenciesTest {

    private static final ImportOption MAIN = new ImportOption.DoNotIncludeTests();
    private static final ArchRule TABLE = PackageDependencies.below(Main.class.getPackageName())
            .allow(ROOT, "command", "fake", "options", "upload", "message", "terminal")
            .allow(
                    "command",
                    "completion",
                    "wait",
                    "progress",
                    "options",
                    "signin",
                    "upload",
                    "output",
                    "output.table",
                    "message",
                    "terminal")
            .allow("fake", "input", "output", "output.table", "message", "terminal")
            .allow("wait", "progress", "options", "output", "message", "terminal")
            .allow("progress", "output", "message", "terminal")
            .allow(
                    "options",
                    "input",
                    "report",
                    "output.table",
                    "output.json",
                    "output.sheet",
                    "output",
                    "message",
                    "terminal")
            .allow("report", "output", "message", "terminal")
            .allow("signin", "message", "terminal")
            .allow("input", "message", "terminal")
            .allow("upload", "output.json", "message", "terminal")
            .allow("output.table", "output", "message", "terminal")
            .allow("output.json", "output", "message", "terminal")
            .allow("output.sheet", "output.json", "output", "message", "terminal")
            .allow("output", "message", "terminal")
            .allow("message", "terminal")
            .allow("terminal")
            .allow("completion")
            .rule();

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        TABLE.check(classes(MAIN));
    }

    @Test
    void reportsAForbiddenDependency() {
        ImportOption mainAndPlanted = location ->
                MAIN.includes(location) || location.contains("/" + ForbiddenDependency.class.getSimpleName());

        assertThat(TABLE.evaluate(classes(mainAndPlanted)).getFailureReport().getDetails())
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("terminal may not use message: "))
                .allMatch(violation -> violation.contains(ForbiddenDependency.class.getName()));
    }

    private static JavaClasses classes(ImportOption option) {
        return new ClassFileImporter().withImportOption(option).importPackagesOf(Main.class);
    }
}
