package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cold start of the packaged command. */
class StartUpIT {

    private static final Path LIB = Path.of(System.getProperty("devicebatch.lib"));

    @TempDir
    private Path folder;

    @Test
    void aTokenFileNeedsNoClassOfMsal4j() throws Exception {
        try (PartnerTenant partner = new PartnerTenant(folder)) {
            Path loaded = folder.resolve("loaded");

            RunResult result = partner.command(folder)
                    .jvm("-Xlog:class+load:file=" + loaded)
                    .run("status", Batches.REFERENCE.toString(), "--token-file", partner.accessTokenFile());

            assertThat(result.exitCode()).isZero();
            assertThat(Files.readString(loaded))
                    .contains("io.github.devicebatch.http.PartnerCenter")
                    .doesNotContain("com.microsoft.aad.msal4j", "com.azure.json");
        }
    }

    /** Java verifies the signature of a signed jar at every start. */
    @Test
    void noJarIsSigned() throws IOException {
        try (Stream<Path> files = Files.list(LIB)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();

            assertThat(jars).hasSizeGreaterThan(10).noneMatch(StartUpIT::isSigned);
        }
        assertThat(LIB.resolve("azure-json-1.4.0/module-info.class")).isRegularFile();
    }

    private static boolean isSigned(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return file.stream().anyMatch(entry -> entry.getName().matches("META-INF/[^/]*\\.SF"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
