package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of the sign-in by settings, and the reading of its files. */
class SignInMethodTest {

    private static final String PREFIX = "DEVICEBATCH_";

    @TempDir
    private Path folder;

    private static EnvironmentSettings settings(String... names) {
        Map<String, String> environment = new HashMap<>();
        for (String name : names) {
            environment.put(PREFIX + name, "value");
        }
        return EnvironmentSettings.of(environment);
    }

    @ParameterizedTest
    @EnumSource
    void isSelectedByItsSettings(SignInMethod method) {
        Map<String, String> environment = new HashMap<>(Map.of(
                PREFIX + "TENANT", "t", PREFIX + "CLIENT_ID", "c", PREFIX + "CLIENT_CERTIFICATE_PASSWORD_FILE", "p"));
        method.settings().forEach(name -> environment.put(name, "value"));

        assertThat(EnvironmentSettings.of(environment).signInMethod()).contains(method);
    }

    @Test
    void isNoneWithoutSuchASetting() {
        assertThat(settings("TENANT", "CLIENT_ID", "BASE_URL").signInMethod()).isEmpty();
        assertThatThrownBy(() -> settings("TENANT").tokens())
                .hasMessageStartingWith("no sign-in; set one of DEVICEBATCH_TOKEN, DEVICEBATCH_TOKEN_FILE, ");
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN TOKEN_FILE, TOKEN TOKEN_FILE",
        "TOKEN TOKEN_COMMAND REFRESH_TOKEN_FILE, TOKEN TOKEN_COMMAND REFRESH_TOKEN_FILE",
        "TOKEN_FILE CLIENT_SECRET_FILE, TOKEN_FILE CLIENT_SECRET_FILE",
        "CLIENT_SECRET_FILE CLIENT_CERTIFICATE, CLIENT_SECRET_FILE CLIENT_CERTIFICATE",
        "CLIENT_SECRET_FILE CLIENT_CERTIFICATE REFRESH_TOKEN_FILE, CLIENT_SECRET_FILE CLIENT_CERTIFICATE",
    })
    void ofSettingsThatSelectSeveralIsAnErrorThatNamesThem(String given, String contradicting) {
        List<String> names =
                Arrays.stream(contradicting.split(" ")).map(PREFIX::concat).toList();

        assertThatThrownBy(() -> settings(given.split(" ")).signInMethod())
                .hasMessage("more than one sign-in: " + String.join(", ", names) + "; unset all but one")
                .asInstanceOf(type(SettingException.class))
                .satisfies(
                        invalid -> assertThat(invalid.settings()).isEqualTo(names),
                        invalid -> assertThat(invalid.setting()).isEqualTo(names.getFirst()));
    }

    @Test
    void isTheOneOfTheFirstSourceThatSelectsAny() {
        Map<String, String> properties = Map.of(PREFIX + "TENANT", "t");
        Map<String, String> environment = Map.of(PREFIX + "REFRESH_TOKEN_FILE", "r", PREFIX + "TENANT", "other");
        Map<String, String> defaults = Map.of(PREFIX + "TOKEN", "t", PREFIX + "CLIENT_SECRET_FILE", "s");

        assertThat(EnvironmentSettings.of(List.of(
                                name -> Optional.ofNullable(properties.get(name)),
                                name -> Optional.ofNullable(environment.get(name)),
                                name -> Optional.ofNullable(defaults.get(name))))
                        .signInMethod())
                .contains(SignInMethod.REFRESH_TOKEN);
    }

    /** Files with secrets. */
    @Nested
    class SecretFiles {

        private static final String SECRET = "abc8Q~made-up_client.secret-of-a-test";

        private final Map<String, String> environment = new HashMap<>(Map.of(
                PREFIX + "TENANT", "contoso.onmicrosoft.com",
                PREFIX + "CLIENT_ID", "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f"));

        private AccessTokenSource tokens() throws IOException {
            return EnvironmentSettings.of(environment).tokens();
        }

        private void give(String setting, String file) {
            environment.put(setting, file);
            if (setting.endsWith("PASSWORD_FILE")) {
                environment.put(PREFIX + "CLIENT_CERTIFICATE", file);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DEVICEBATCH_TOKEN_FILE",
                    "DEVICEBATCH_CLIENT_SECRET_FILE",
                    "DEVICEBATCH_CLIENT_CERTIFICATE",
                    "DEVICEBATCH_CLIENT_CERTIFICATE_PASSWORD_FILE",
                    "DEVICEBATCH_REFRESH_TOKEN_FILE"
                })
        void thatCannotBeReadAreNamedWithTheirSetting(String setting) throws IOException {
            Path directory = Files.createDirectories(folder.resolve("directory"));
            Path tooLong = Files.writeString(folder.resolve("long"), "x".repeat(65_537));
            Files.setPosixFilePermissions(tooLong, PosixFilePermissions.fromString("rw-------"));
            for (Path file : List.of(folder.resolve("missing"), directory, tooLong)) {
                give(setting, file.toString());

                assertThatThrownBy(this::tokens)
                        .hasMessageStartingWith(setting + ": " + file + ": ")
                        .asInstanceOf(type(SettingFileException.class))
                        .satisfies(
                                failure -> assertThat(failure.setting()).isEqualTo(setting),
                                failure -> assertThat(failure.getFile()).isEqualTo(file.toString()),
                                failure -> assertThat(failure.getReason()).isNotBlank());
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DEVICEBATCH_TOKEN_FILE",
                    "DEVICEBATCH_CLIENT_SECRET_FILE",
                    "DEVICEBATCH_CLIENT_CERTIFICATE",
                    "DEVICEBATCH_CLIENT_CERTIFICATE_PASSWORD_FILE",
                    "DEVICEBATCH_REFRESH_TOKEN_FILE"
                })
        void areNotNamedIfTheNameMayBeTheSecretItself(String setting) {
            for (String name : List.of(SECRET, "/nowhere/" + SECRET, SECRET + "\u0000", SECRET.repeat(10))) {
                give(setting, name);

                assertThatThrownBy(this::tokens)
                        .hasMessageStartingWith(setting)
                        .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain(SECRET));
            }
        }

        @ParameterizedTest
        @CsvSource({
            "DEVICEBATCH_TOKEN_FILE, 'DEVICEBATCH_TOKEN_FILE: the access token has white space'",
            "DEVICEBATCH_CLIENT_SECRET_FILE, 'DEVICEBATCH_CLIENT_SECRET_FILE: the client secret has white space'",
            "DEVICEBATCH_CLIENT_CERTIFICATE, 'DEVICEBATCH_CLIENT_CERTIFICATE: no client certificate: '",
            "DEVICEBATCH_REFRESH_TOKEN_FILE, 'DEVICEBATCH_REFRESH_TOKEN_FILE: '"
        })
        void withoutASecretAreNamedWithTheirSetting(String setting, String message) throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "two words");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            give(setting, file.toString());

            assertThatThrownBy(this::tokens)
                    .hasMessageStartingWith(message)
                    .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("two words"));
        }

        private static String stackTrace(Throwable failure) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
    }
}
