package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.ProgramRun;
import io.github.devicebatch.http.WithoutMsal4j;
import io.github.devicebatch.http.support.LibraryUse;
import java.io.File;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** MSAL4J is an optional dependency: only the sources that request tokens need it. */
class Msal4jStaysInsideTest {

    private final LibraryUse msal4j = LibraryUse.of("com.microsoft", "com.azure");

    @Test
    void onlyTwoTypesUseIt() {
        assertThat(msal4j.users()).containsExactlyInAnyOrder("MsalClient", "MsalHttpClient");
    }

    @Test
    void noneOfItsTypesIsInASignatureOfTheExportedPackage() {
        assertThat(msal4j.exportedSignatures()).isEmpty();
    }

    @Test
    void withoutItAllElseWorksAndTheSourcesThatNeedItSayWhatToAdd() throws IOException, InterruptedException {
        ProgramRun run = ProgramRun.on(classPathWithout("msal4j"), WithoutMsal4j.class);

        assertThat(run.output()).isEqualTo("""
                        Found
                        an optional dependency of devicebatch is missing, which it needs to request access tokens; \
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
