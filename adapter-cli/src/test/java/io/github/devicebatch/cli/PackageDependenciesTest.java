package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.github.devicebatch.cli.terminal.ForbiddenDependency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dependencies between the packages of this module. */
class PackageDependenciesTest {

    private static final String ROOT = "root";

    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
            ROOT,
            Set.of("command", "fake", "options", "message", "terminal"),
            "command",
            Set.of("wait", "options", "signin", "output", "message", "terminal"),
            "fake",
            Set.of("output", "message", "terminal"),
            "wait",
            Set.of("options", "output", "message", "terminal"),
            "options",
            Set.of("output", "message", "terminal"),
            "signin",
            Set.of("message", "terminal"),
            "output",
            Set.of("message", "terminal"),
            "message",
            Set.of("terminal"),
            "terminal",
            Set.of());

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Main.class);

    static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream();
    }

    @Test
    void theTableListsEachPackage() {
        assertThat(MAIN.stream().map(PackageDependenciesTest::nameOfPackage).collect(Collectors.toSet()))
                .isEqualTo(MAY_IMPORT.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsOnlyWhatTheTableAllows(String name) {
        rule(name).check(MAIN);
    }

    @Test
    void aForbiddenDependencyIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(ForbiddenDependency.class);

        assertThat(rule("terminal").evaluate(planted).getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail)
                        .contains("ForbiddenDependency", "io.github.devicebatch.cli.message.Problem"));
    }

    private static ArchRule rule(String name) {
        return ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe(
                        "are in the package " + name,
                        type -> nameOfPackage(type).equals(name)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in another package of this module than " + MAY_IMPORT.get(name),
                        type -> isInThisModule(type) && !isAllowed(name, nameOfPackage(type))));
    }

    private static boolean isInThisModule(JavaClass type) {
        String base = Main.class.getPackageName();
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    private static boolean isAllowed(String from, String to) {
        return from.equals(to) || MAY_IMPORT.get(from).contains(to);
    }

    private static String nameOfPackage(JavaClass type) {
        String base = Main.class.getPackageName();
        return type.getPackageName().equals(base) ? ROOT : type.getPackageName().substring(base.length() + 1);
    }
}
