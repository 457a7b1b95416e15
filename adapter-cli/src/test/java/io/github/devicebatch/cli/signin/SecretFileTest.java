package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneLineWithoutItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "\ufeffa pass word\r\n");

        assertThat(new SecretFile(SecretFile.Kind.PASSWORD, file.toString()).read())
                .isEqualTo("a pass word");
    }

    @Test
    void rejectsAFileThatIsTooLong() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "x".repeat(65_537));

        assertThatThrownBy(() -> new SecretFile(SecretFile.Kind.PASSWORD, file.toString()).read())
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().why()).contains("it is longer than any password"));
    }

    @ParameterizedTest
    @EnumSource
    void reportsAMissingFileWithARemedy(SecretFile.Kind kind) {
        assertThatThrownBy(() -> new SecretFile(kind, folder.resolve("missing").toString()).read())
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                .hasSize(3)
                                .first()
                                .isEqualTo("error: no " + kind.secret() + " in " + kind.file()));
    }

    /** Warnings about files that other users can read. */
    @Nested
    class Exposure {

        @ParameterizedTest
        @ValueSource(strings = {"rw-r-----", "rw----r--", "r--r--r--"})
        void warnsIfOthersCanReadTheFile(String permissions) throws IOException {
            Path file = folder.resolve("a secret");
            assertThat(secretIn(file, permissions).exposure())
                    .contains("other users can read the client secret file; run: chmod 600 '" + file + "'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw-------", "r--------", "rwx--x--x"})
        void doesNotWarnIfOthersCannotReadTheFile(String permissions) throws IOException {
            assertThat(secretIn(folder.resolve("secret"), permissions).exposure())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/dev/null", "/nowhere/at/all", "/"})
        void doesNotWarnAboutOtherThanRegularFiles(String name) {
            assertThat(new SecretFile(SecretFile.Kind.PASSWORD, name).exposure())
                    .isEmpty();
        }

        private static SecretFile secretIn(Path file, String permissions) throws IOException {
            Files.setPosixFilePermissions(
                    Files.writeString(file, "secret"), PosixFilePermissions.fromString(permissions));
            return new SecretFile(SecretFile.Kind.CLIENT_SECRET, file.toString());
        }
    }
}
