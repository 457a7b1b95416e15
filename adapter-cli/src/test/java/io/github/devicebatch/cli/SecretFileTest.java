package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "r--r--r--"})
    void whatOthersCanReadIsSaidWithWhatToRun(String permissions) throws IOException {
        Path file = folder.resolve("a secret");
        assertThat(secretIn(file, permissions).exposure())
                .contains("others than you can read the client secret file; run: chmod 600 '" + file + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx--x--x"})
    void whatOthersCannotReadIsNothingToSpeakOf(String permissions) throws IOException {
        assertThat(secretIn(folder.resolve("secret"), permissions).exposure()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/nowhere/at/all", "/"})
    void whatIsNoFileIsNothingToSpeakOf(String name) {
        assertThat(new SecretFile(SecretKind.PASSWORD, name).exposure()).isEmpty();
    }

    @Test
    void readsOneLineWithoutItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "\ufeffa pass word\r\n");

        assertThat(new SecretFile(SecretKind.PASSWORD, file.toString()).read()).isEqualTo("a pass word");
    }

    @Test
    void readsNothingThatIsTooLong() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "x".repeat(65_537));

        assertThatThrownBy(() -> new SecretFile(SecretKind.PASSWORD, file.toString()).read())
                .isInstanceOfSatisfying(
                        Misuse.class,
                        misuse -> assertThat(misuse.problem().why()).contains("it is longer than any password"));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsMissingWhereAndWhatHelps(SecretKind kind) {
        assertThatThrownBy(() -> new SecretFile(kind, folder.resolve("missing").toString()).read())
                .isInstanceOfSatisfying(
                        Misuse.class,
                        misuse -> assertThat(misuse.problem().lines(Ink.PLAIN))
                                .hasSize(3)
                                .first()
                                .isEqualTo("error: no " + kind.secret() + " in " + kind.file()));
    }

    private static SecretFile secretIn(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(Files.writeString(file, "secret"), PosixFilePermissions.fromString(permissions));
        return new SecretFile(SecretKind.CLIENT_SECRET, file.toString());
    }
}
