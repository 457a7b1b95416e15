package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who else can read a secret. */
class SecretFileExposureTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "r--r--r--"})
    void whatOthersCanReadIsSaidWithWhatToRun(String permissions) throws IOException {
        Path file = folder.resolve("a secret");
        assertThat(secretIn(file, permissions).exposure())
                .contains("other users can read the client secret file; run: chmod 600 '" + file + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx--x--x"})
    void whatOthersCannotReadIsNothingToSpeakOf(String permissions) throws IOException {
        assertThat(secretIn(folder.resolve("secret"), permissions).exposure()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/nowhere/at/all", "/"})
    void whatIsNoFileIsNothingToSpeakOf(String name) {
        assertThat(new SecretFile(SecretFile.Kind.PASSWORD, name).exposure()).isEmpty();
    }

    private static SecretFile secretIn(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(Files.writeString(file, "secret"), PosixFilePermissions.fromString(permissions));
        return new SecretFile(SecretFile.Kind.CLIENT_SECRET, file.toString());
    }
}
