package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.LibraryUse;
import org.junit.jupiter.api.Test;

/** Resilience4j is an implementation detail: importers do not depend on it. */
class Resilience4jUseTest {

    private final LibraryUse resilience4j = LibraryUse.of("io.github.resilience4j");

    @Test
    void isUsedByTheDecoratorsAndTheConversionOfTheirSettingsOnly() {
        assertThat(resilience4j.users()).containsExactlyInAnyOrder("QueryStack", "ClockedCircuitBreaker");
    }

    @Test
    void isInNoSignatureOfTheExportedPackage() {
        assertThat(resilience4j.exportedSignatures()).isEmpty();
    }

    @Test
    void typesInSignaturesAreReported() {
        assertThat(LibraryUse.of("java.time").exportedSignatures())
                .contains(
                        PartnerCenterBuilder.class.getName() + ".attemptTimeout(java.time.Duration)",
                        AccessTokenUnavailableException.class.getName() + ".retryAfter()");
        assertThat(LibraryUse.of("java.io").exportedSignatures())
                .contains(RefreshTokenFile.class.getName() + ".check()");
    }
}
