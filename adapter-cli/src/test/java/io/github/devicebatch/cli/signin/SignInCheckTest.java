package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.TextStyle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when what was given does not make one way to sign in; options are written as typed, variables as named. */
class SignInCheckTest {

    @ParameterizedTest
    @CsvSource({
        "--token-file --token-command, --token-file and --token-command",
        "--token-command --client-secret-file, --token-command and --client-secret-file",
        "--token-file --refresh-token-file, --token-file and --refresh-token-file",
        "--client-secret-file --client-certificate, --client-secret-file and --client-certificate",
        "--token-file --tenant, --token-file and --tenant",
        "--token-file --tenant --client-id, '--token-file, --tenant and --client-id'",
        "DEVICEBATCH_TOKEN --client-id, DEVICEBATCH_TOKEN and --client-id",
        "DEVICEBATCH_TOKEN DEVICEBATCH_TOKEN_COMMAND, DEVICEBATCH_TOKEN and DEVICEBATCH_TOKEN_COMMAND",
        "DEVICEBATCH_TOKEN_FILE DEVICEBATCH_REFRESH_TOKEN_FILE, DEVICEBATCH_TOKEN_FILE and DEVICEBATCH_REFRESH_TOKEN_FILE",
    })
    void twoWaysAtOnceAreAnErrorThatNamesBoth(String given, String named) {
        assertThat(SignInInput.failureOf(given)).first().isEqualTo("error: more than one sign-in method: " + named);
    }

    @Test
    void saysHowToLeaveOneWayAway() {
        assertThat(SignInInput.failureOf("--token-file --token-command")).last().isEqualTo("try: give only one");
        assertThat(SignInInput.failureOf("DEVICEBATCH_TOKEN DEVICEBATCH_TOKEN_FILE"))
                .last()
                .isEqualTo("try: unset all but one");
    }

    @ParameterizedTest
    @CsvSource({
        "--token-file DEVICEBATCH_TOKEN DEVICEBATCH_TOKEN_COMMAND DEVICEBATCH_CLIENT_SECRET_FILE, TokenInFile",
        "--token-command DEVICEBATCH_TOKEN_FILE DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID, TokenByCommand",
        "DEVICEBATCH_TOKEN DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID, TokenInVariable",
        "--client-secret-file --tenant --client-id DEVICEBATCH_TOKEN DEVICEBATCH_REFRESH_TOKEN_FILE, AppSignIn",
    })
    void whatWasTypedWinsOverTheVariablesOfAllOtherWays(String given, String way) {
        assertThat(SignInInput.choice(given).resolve().getClass().getSimpleName())
                .isEqualTo(way);
    }

    @Test
    void aTypedCredentialAloneMeansTheAppItself() {
        SignInMethod.AppSignIn signIn = (SignInMethod.AppSignIn)
                SignInInput.choice("--client-secret-file DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID"
                                + " DEVICEBATCH_REFRESH_TOKEN_FILE DEVICEBATCH_CLIENT_CERTIFICATE")
                        .resolve();

        assertThat(signIn.refreshToken()).isEmpty();
        assertThat(signIn.credential()).contains(AppCredentialFile.secret("file"));
    }

    @Test
    void aRefreshTokenGoesTogetherWithACredentialOfTheSameKind() {
        SignInMethod.AppSignIn typed = (SignInMethod.AppSignIn)
                SignInInput.choice("--refresh-token-file --client-certificate DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID")
                        .resolve();
        SignInMethod.AppSignIn set = (SignInMethod.AppSignIn)
                SignInInput.choice("DEVICEBATCH_REFRESH_TOKEN_FILE DEVICEBATCH_CLIENT_SECRET_FILE"
                                + " DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID")
                        .resolve();
        SignInMethod.AppSignIn mixed =
                (SignInMethod.AppSignIn) SignInInput.choice("--refresh-token-file DEVICEBATCH_CLIENT_SECRET_FILE"
                                + " DEVICEBATCH_TENANT DEVICEBATCH_CLIENT_ID")
                        .resolve();

        assertThat(typed.credential()).isPresent();
        assertThat(set.credential()).isPresent();
        assertThat(mixed.credential()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidByNameWithTheWaysToGiveIt() {
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
    void aPasswordBelongsToACertificate() {
        assertThat(SignInInput.failureOf(
                        "--client-secret-file --tenant --client-id --client-certificate-password-file"))
                .first()
                .isEqualTo("error: --client-certificate-password-file without --client-certificate");
    }

    @ParameterizedTest
    @CsvSource({"TENANT, not a tenant: \"x/y\"", "CLIENT_ID, not a client id: \"x/y\""})
    void idsThatAreNoneAreNamedWithWhereTheyCameFrom(SignInSetting wrong, String what) {
        Map<SignInSetting, String> typed = SignInInput.typed("--client-secret-file --client-id");
        typed.put(wrong, "x/y");
        typed.putIfAbsent(SignInSetting.CLIENT_ID, Partner.CLIENT_ID);
        var settings =
                new SignInSettings(typed, new EnvironmentVariables(Map.of("DEVICEBATCH_TENANT", Partner.TENANT)));

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
