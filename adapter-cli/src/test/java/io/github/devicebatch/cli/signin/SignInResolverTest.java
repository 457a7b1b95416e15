package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.RefusalText;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.SignInMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInResolverTest {

    private static final String TOKEN = SignInSetting.TOKEN.variable();
    private static final String TOKEN_FILE = SignInSetting.TOKEN_FILE.variable();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"good", "good\n", "good\r\n", "\ufeffgood\r\n"})
    void ignoresAByteOrderMarkAndALineBreak(String content) throws Exception {
        assertThat(option(file(content), Map.of())).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void readsATokenFromStandardInput() throws Exception {
        assertThat(option("-", Map.of())).isEqualTo(AccessToken.of("from-input"));
    }

    @Test
    void aTokenFileWithoutANewTokenHasTheFaultThatTheAdviceIsFor() throws Exception {
        String name = file("good");
        AccessTokenSource tokens = SignInInput.tokens(Map.of(SignInSetting.TOKEN_FILE, name), Map.of());
        Files.delete(Path.of(name));

        assertThatThrownBy(() -> tokens.rejected(AccessToken.of("good")))
                .isInstanceOfSatisfying(
                        AccessTokenRefusedException.class,
                        refused -> assertThat(refused.fault())
                                .isEqualTo(Fault.of(RefusalText.NO_NEW_TOKEN, name + ": there is no such file")));
    }

    @Test
    void theOptionTakesPrecedenceOverTheEnvironment() throws Exception {
        Map<String, String> variables = Map.of(TOKEN, "other", TOKEN_FILE, "/nowhere");

        assertThat(option(file("good"), variables)).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void readsTheTokenFromAVariableOrTheFileItNames() throws Exception {
        assertThat(environment(Map.of(TOKEN, "good"))).isEqualTo(AccessToken.of("good"));
        assertThat(environment(Map.of(TOKEN_FILE, file("good")))).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void rejectsTwoVariablesAtOnceAndNamesBoth() {
        assertThatThrownBy(() -> environment(Map.of(TOKEN, "good", TOKEN_FILE, "token.txt")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("DEVICEBATCH_TOKEN and DEVICEBATCH_TOKEN_FILE");
    }

    @Test
    void namesTheWaysToGiveATokenIfThereIsNone() {
        assertThatThrownBy(() -> environment(Map.of(TOKEN, "")))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                .containsExactly(
                                        "error: no access token",
                                        "why: no authentication option is given",
                                        "try: give --token-file FILE (- is standard input), --token-command COMMAND, or"
                                                + " --tenant and --client-id with --client-secret-file FILE,"
                                                + " --client-certificate FILE or --refresh-token-file FILE; or set"
                                                + " DEVICEBATCH_TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cret\nbelow", "Bearer s3cret below", "\"s3cret below\"", "s3cretü", "s3cret\u0000", "\n", ""})
    void rejectsAnInvalidTokenWithoutPrintingIt(String content) throws IOException {
        String name = file(content);

        assertThatThrownBy(() -> option(name, Map.of()))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                .anyMatch(line -> line.startsWith("why: the access token "))
                                .noneMatch(line -> line.contains("s3cret")));
    }

    @Test
    void reportsAnUnreadableFileByName() throws IOException {
        assertThat(failureOf(folder.toString()))
                .containsExactly("no access token in the token file " + folder, "it cannot be read");
        assertThat(failureOf(file("x".repeat(100_000)))).last().isEqualTo("it is longer than any token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGciOiJub25lIn0.e30.", "token\u0000", "/nowhere/token.txt"})
    void doesNotPrintATokenGivenInsteadOfAFileName(String name) {
        assertThat(failureOf(name)).first().isEqualTo("no access token in the token file");
    }

    private List<String> failureOf(String name) {
        UsageException misuse = catchThrowableOfType(UsageException.class, () -> option(name, Map.of()));
        return List.of(misuse.problem().what(), misuse.problem().why().orElseThrow());
    }

    private AccessToken option(String file, Map<String, String> variables) throws InterruptedException {
        return choose(Map.of(SignInSetting.TOKEN_FILE, file), variables);
    }

    private AccessToken environment(Map<String, String> variables) throws InterruptedException {
        return choose(Map.of(), variables);
    }

    private AccessToken choose(Map<SignInSetting, String> typed, Map<String, String> variables)
            throws InterruptedException {
        return SignInInput.tokens(typed, variables).token();
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("token.txt"), content).toString();
    }

    /** What is said when what was given does not make one way to sign in; options are written as typed, variables as named. */
    @Nested
    class Selection {

        @ParameterizedTest
        @CsvSource({
            "--token-file --token-command, --token-file and --token-command",
            "--token-command --client-secret-file, --token-command and --client-secret-file",
            "--token-file --refresh-token-file, --token-file and --refresh-token-file",
            "--client-secret-file --client-certificate, --client-secret-file and --client-certificate",
            "--client-secret-file --client-certificate --refresh-token-file, --client-secret-file and --client-certificate",
            "--token-file --tenant, --token-file and --tenant",
            "--token-file --tenant --client-id, '--token-file, --tenant and --client-id'",
            "DEVICEBATCH_TOKEN --client-id, DEVICEBATCH_TOKEN and --client-id",
            "DEVICEBATCH_TOKEN DEVICEBATCH_TOKEN_COMMAND, DEVICEBATCH_TOKEN and DEVICEBATCH_TOKEN_COMMAND",
            "DEVICEBATCH_TOKEN_FILE DEVICEBATCH_REFRESH_TOKEN_FILE, DEVICEBATCH_TOKEN_FILE and DEVICEBATCH_REFRESH_TOKEN_FILE",
        })
        void rejectsTwoMethodsAtOnceAndNamesBoth(String given, String named) {
            assertThat(SignInInput.failureOf(given)).first().isEqualTo("error: more than one sign-in method: " + named);
        }

        @Test
        void suggestsHowToKeepOneMethod() {
            assertThat(SignInInput.failureOf("--token-file --token-command"))
                    .last()
                    .isEqualTo("try: give only one");
            assertThat(SignInInput.failureOf("DEVICEBATCH_TOKEN DEVICEBATCH_TOKEN_FILE"))
                    .last()
                    .isEqualTo("try: unset all but one");
        }

        @ParameterizedTest
        @CsvSource({
            "--token-file DEVICEBATCH_TOKEN DEVICEBATCH_TOKEN_COMMAND DEVICEBATCH_CLIENT_SECRET_FILE, TOKEN_FILE",
            "--token-command DEVICEBATCH_TOKEN_FILE DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID, TOKEN_COMMAND",
            "DEVICEBATCH_TOKEN DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID, TOKEN",
            "--client-secret-file --tenant --client-id DEVICEBATCH_TOKEN DEVICEBATCH_REFRESH_TOKEN_FILE, CLIENT_SECRET",
        })
        void optionsTakePrecedenceOverTheVariablesOfAllMethods(String given, SignInMethod way) {
            assertThat(SignInInput.method(given)).isEqualTo(way);
        }

        @Test
        void aCredentialOptionIgnoresTheRefreshTokenVariable() {
            assertThat(SignInInput.method("--client-secret-file DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID"
                            + " DEVICEBATCH_REFRESH_TOKEN_FILE DEVICEBATCH_CLIENT_CERTIFICATE"))
                    .isEqualTo(SignInMethod.CLIENT_SECRET);
        }

        @Test
        void aRefreshTokenIsCombinedWithACredentialFromTheSameSource() {
            String ids = " DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID";

            assertThat(SignInInput.method("--refresh-token-file --client-certificate" + ids))
                    .isEqualTo(SignInMethod.REFRESH_TOKEN_AND_CLIENT_CERTIFICATE);
            assertThat(SignInInput.method("DEVICEBATCH_REFRESH_TOKEN_FILE DEVICEBATCH_CLIENT_SECRET_FILE" + ids))
                    .isEqualTo(SignInMethod.REFRESH_TOKEN_AND_CLIENT_SECRET);
            assertThat(SignInInput.method("--refresh-token-file DEVICEBATCH_CLIENT_SECRET_FILE" + ids))
                    .isEqualTo(SignInMethod.REFRESH_TOKEN);
        }

        @Test
        void namesMissingSettingsAndHowToGiveThem() {
            assertThat(SignInInput.failureOf("--client-secret-file DEVICEBATCH_TENANT"))
                    .containsExactly(
                            "error: --client-id is missing",
                            "why: an app signs in with the ids of its tenant and of itself",
                            "try: give --client-id ID (the Application ID of the app registration), or set DEVICEBATCH_CLIENT_ID");
            assertThat(SignInInput.failureOf("DEVICEBATCH_REFRESH_TOKEN_FILE"))
                    .first()
                    .isEqualTo("error: --tenant and --client-id are missing");
            assertThat(SignInInput.failureOf("--tenant --client-id"))
                    .containsExactly(
                            "error: no access token",
                            "why: the app is given, but not its credential",
                            "try: give --client-secret-file FILE, --client-certificate FILE or --refresh-token-file FILE");
        }

        @Test
        void rejectsAPasswordFileWithoutACertificate() {
            assertThat(SignInInput.failureOf(
                            "--client-secret-file --tenant --client-id --client-certificate-password-file"))
                    .first()
                    .isEqualTo("error: --client-certificate-password-file without --client-certificate");
        }

        @ParameterizedTest
        @CsvSource({"TENANT, not a tenant: \"x/y\"", "CLIENT_ID, not a client id: \"x/y\""})
        void anInvalidIdIsNamedWithItsSource(SignInSetting wrong, String what) {
            Map<SignInSetting, String> typed = SignInInput.typed("--client-secret-file --client-id");
            typed.put(wrong, "x/y");
            typed.putIfAbsent(SignInSetting.CLIENT_ID, PartnerTenant.CLIENT_ID);
            var settings = new SignInSettings(
                    typed, new EnvironmentVariables(Map.of("DEVICEBATCH_TENANT", PartnerTenant.TENANT)));

            assertThatThrownBy(() -> new SignInResolver(settings).resolve())
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                    .satisfiesExactly(
                                            error -> assertThat(error).startsWith("error: " + what),
                                            remedy -> assertThat(remedy)
                                                    .contains("--client-id", settings.name(SignInSetting.TENANT))));
        }
    }
}
