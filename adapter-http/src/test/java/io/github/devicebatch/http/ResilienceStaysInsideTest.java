package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resilience4j decides behind our own settings: who imports us may leave it out of mind. */
class ResilienceStaysInsideTest {

    private final List<JavaClass> users = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackagesOf(PartnerCenter.class)
                    .stream()
                    .filter(type -> type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(dependency ->
                                    dependency.getTargetClass().getPackageName().startsWith("io.github.resilience4j")))
                    .toList();

    @Test
    void onlyTheDecoratorsAndWhatTranslatesTheirSettingsKnowIt() {
        assertThat(users)
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("Circuit", "RetryDelay", "Retrying");
    }

    @Test
    void noneOfItsTypesIsInAPublicSignature() {
        assertThat(users).isNotEmpty().noneMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
