package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.ProgramRun;
import io.github.devicebatch.http.WithoutMsal4j;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** MSAL4J is optional: who has tokens of their own may leave it away, and who has not is told what to add. */
class Msal4jStaysInsideTest {

    private final List<JavaClass> users = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackagesOf(PartnerCenter.class)
                    .stream()
                    .filter(type -> type.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getPackageName())
                            .anyMatch(name -> name.startsWith("com.microsoft") || name.startsWith("com.azure")))
                    .toList();

    @Test
    void onlyTwoTypesKnowIt() {
        assertThat(users)
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("Conversation", "PlatformHttp");
    }

    @Test
    void noneOfItsTypesIsInAPublicSignature() {
        assertThat(users).isNotEmpty().noneMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @Test
    void withoutItAllElseWorksAndTheSourcesThatNeedItSayWhatToAdd() throws IOException, InterruptedException {
        ProgramRun run = ProgramRun.on(classPathWithout("msal4j"), WithoutMsal4j.class);

        assertThat(run.output()).isEqualTo("""
                        Found
                        to get access tokens by itself, devicebatch needs an optional dependency that is missing: \
                        add com.microsoft.azure:msal4j
                        """);
        assertThat(run.exit()).isZero();
    }

    @Test
    void withoutWhatItNeedsItself() throws IOException, InterruptedException {
        assertThat(ProgramRun.on(classPathWithout("azure-json"), WithoutMsal4j.class)
                        .output())
                .endsWith("add com.azure:azure-json, which MSAL4J needs (on the module path, add the option"
                        + " --add-modules com.azure.json)\n");
    }

    private static String classPathWithout(String artifact) {
        String all = System.getProperty("java.class.path");
        assertThat(all).contains(artifact);
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains(artifact))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
