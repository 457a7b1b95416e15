package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads when a sign-in does not work, and what is not sent then. */
class SignInFailureTest {

    @TempDir
    private Path folder;

    private Partner partner;

    @BeforeEach
    void start() throws IOException {
        partner = new Partner(folder).checkingTokens();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void aWrongSecretIsRefused() throws IOException {
        partner.clientSecretFile();

        Ran ran = run("--client-secret-file", partner.file("client-secret", "s3cret-of-another-app\n"));

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.firstLine()).startsWith("refused ");
        assertThat(ran.err())
                .startsWith("error: refused: " + Batches.REFERENCE + "\nwhy: the client secret is wrong;"
                        + " the identity platform says: invalid_client: AADSTS7000215: ")
                .contains("\ntry: put the secret's value into the file, not its id; ")
                .doesNotContain("s3cret", "HTTP");
    }

    @Test
    void aRefreshTokenThatWasRevokedNeedsANewSignIn() throws IOException {
        String file = partner.refreshTokenFile();
        partner.tokens().refresh().revokeAll();

        Ran ran = run("--refresh-token-file", file);

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.err())
                .contains("why: the refresh token was revoked, ", "invalid_grant: AADSTS50173: ")
                .contains("\ntry: sign in again with devicebatch login\n");
    }

    @Test
    void anAppThatNobodyKnowsIsRefused() throws IOException {
        Ran ran = run("--client-secret-file", partner.file("client-secret", "s3cret\n"));

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.err())
                .contains("why: the tenant has no such app, or it is disabled; ", "AADSTS700016")
                .contains("\ntry: check --client-id, --tenant and --cloud\n");
    }

    @ParameterizedTest
    @CsvSource({
        "503, the identity platform is failing: HTTP 503; 4 attempts in, check --authority and --cloud",
        "429, 'throttled by the identity platform: HTTP 429; 4 attempts in', try: retry in a minute",
        "302, 'the identity platform is failing: a redirect (HTTP 302), which is never followed', check --authority",
    })
    void anIdentityPlatformThatIsUnavailableIsCalledByItsName(int status, String why, String remedy)
            throws IOException {
        Reply fault = Reply.empty(status);
        partner.tokens().replies(fault, fault, fault, fault);

        Ran ran = run("--client-secret-file", partner.clientSecretFile());

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err()).contains("\nwhy: " + why, remedy).doesNotContain("Partner Center");
    }

    @Test
    void anIdentityPlatformThatNobodyReachesIsCalledByItsName() throws IOException {
        Ran ran = partner.trial()
                .with("DEVICEBATCH_AUTHORITY", "http://127.0.0.1:1")
                .run("status", Batches.REFERENCE.toString(), "--client-secret-file", partner.clientSecretFile());

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.out()).contains("\n  the identity platform could not be reached; 4 attempts in ");
        assertThat(ran.err())
                .contains(
                        "why: the identity platform could not be reached: the host refused the connection; 4 attempts")
                .contains("try: check the network, a proxy, and --authority; then retry");
    }

    @Test
    void aTimeoutThatWasGivenHoldsForTheIdentityPlatformToo() throws IOException {
        Reply silence = Reply.silence();
        partner.tokens().replies(silence, silence, silence, silence);

        Ran ran = run("--client-secret-file", partner.clientSecretFile(), "--request-timeout", "50ms");

        assertThat(ran.err())
                .contains(
                        "why: the identity platform did not respond in time: no whole answer within 50 ms; 4 attempts in ");
    }

    @Test
    void tellsOfAttemptsWithoutATokenWhenVerbose() throws IOException {
        Ran ran = run("--client-secret-file", partner.file("client-secret", "s3cret\n"), "-v");

        assertThat(ran.err()).startsWith("attempt 1 of " + Batches.REFERENCE + ": no access token\n");
    }

    private Ran run(String... options) {
        return partner.trial()
                .run(Stream.concat(Stream.of("status", Batches.REFERENCE.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
