package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void rejectsAFileThatIsTooLong(SecretFile.Kind kind) throws IOException {
        Path file = Files.writeString(folder.resolve("long"), "x".repeat(65_537));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> read(kind, file))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().why())
                                .contains(
                                        kind == SecretFile.Kind.REFRESH_TOKEN
                                                ? "it is longer than any refresh token; sign in again"
                                                : "it is longer than any " + kind.noun()));
    }

    @ParameterizedTest
    @EnumSource
    void reportsAMissingFileWithARemedy(SecretFile.Kind kind) {
        assertThatThrownBy(() -> read(kind, folder.resolve("missing")))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                .hasSize(3)
                                .first()
                                .isEqualTo("error: no " + kind.secret() + " in " + kind.file()));
    }

    /** Signs in with a file of a kind, which the library reads. */
    private static void read(SecretFile.Kind kind, Path file) throws InterruptedException {
        Map<SignInSetting, String> typed = switch (kind) {
            case ACCESS_TOKEN -> Map.of(SignInSetting.TOKEN_FILE, file.toString());
            case CLIENT_SECRET -> app(SignInSetting.CLIENT_SECRET_FILE, file);
            case CLIENT_CERTIFICATE -> app(SignInSetting.CLIENT_CERTIFICATE, file);
            case PASSWORD -> {
                Map<SignInSetting, String> settings = app(SignInSetting.CLIENT_CERTIFICATE, file);
                settings.put(SignInSetting.CLIENT_CERTIFICATE_PASSWORD_FILE, file.toString());
                yield settings;
            }
            case REFRESH_TOKEN -> app(SignInSetting.REFRESH_TOKEN_FILE, file);
        };
        SignInInput.tokens(typed, Map.of());
    }

    private static Map<SignInSetting, String> app(SignInSetting credential, Path file) {
        Map<SignInSetting, String> settings = SignInInput.typed("--tenant --client-id");
        settings.put(credential, file.toString());
        return settings;
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
