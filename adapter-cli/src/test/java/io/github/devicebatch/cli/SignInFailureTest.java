package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .contains("\ntry: sign in once more with devicebatch login\n");
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
        "429, 'throttled by the identity platform: HTTP 429; 4 attempts in', try: ask again in a minute",
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
                .contains("try: check the network, a proxy, and --authority; then ask again");
    }

    @Test
    void aTimeoutThatWasGivenHoldsForTheIdentityPlatformToo() throws IOException {
        Reply silence = Reply.silence();
        partner.tokens().replies(silence, silence, silence, silence);

        Ran ran = run("--client-secret-file", partner.clientSecretFile(), "--request-timeout", "50ms");

        assertThat(ran.err())
                .contains("why: the identity platform was too slow: no whole answer within 50 ms; 4 attempts in ");
    }

    @Test
    void tellsOfAttemptsWithoutATokenWhenVerbose() throws IOException {
        Ran ran = run("--client-secret-file", partner.file("client-secret", "s3cret\n"), "-v");

        assertThat(ran.err()).startsWith("attempt 1 of " + Batches.REFERENCE + ": no access token to ask with\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--client-secret-file", "--client-certificate", "--refresh-token-file", "--token-file"})
    void aSecretGivenForTheNameOfItsFileIsNotRepeatedAndNothingIsSent(String option) {
        for (String name : new String[] {"s3cret~value", "/nowhere/s3cret", "s3cret\u0000"}) {
            Ran ran = partner.trial()
                    .with("DEVICEBATCH_TENANT", option.equals("--token-file") ? "" : Partner.TENANT)
                    .run("status", Batches.REFERENCE.toString(), option, name);

            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err())
                    .startsWith("error: no ")
                    .contains("\nwhy: ", "\ntry: ")
                    .doesNotContain("s3cret");
        }
        assertThat(partner.fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--client-secret-file, 's3cret below\n', 'no client secret in the client secret file', the client secret has white space",
        "--client-secret-file, '', 'no client secret in the client secret file', the client secret is empty",
        "--client-certificate, s3cret, no client certificate in the client certificate file, it is neither PEM nor PKCS#12",
        "--refresh-token-file, 's3cret below', no refresh token in the refresh token file, the refresh token has white space",
    })
    void aFileThatHoldsSomethingElseIsNamedButNotShown(String option, String content, String what, String why)
            throws IOException {
        String file = partner.file("wrong", content);

        Ran ran = run(option, file);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("error: " + what + " " + file + "\nwhy: " + why)
                .contains("\ntry: ")
                .doesNotContain("s3cret");
        assertThat(partner.fake.requests()).isEmpty();
    }

    @Test
    void aCertificateFileNeedsItsPassword() throws IOException {
        Ran without = run("--client-certificate", partner.pkcs12File());
        Ran wrong = run(
                "--client-certificate",
                partner.pkcs12File(),
                "--client-certificate-password-file",
                partner.file("password", "s3cret\n"));

        for (Ran ran : new Ran[] {without, wrong}) {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("\nwhy: the password is wrong, or one is missing\n")
                    .contains("give --client-certificate-password-file as well")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void aRefreshTokenThatOthersCanReadIsRefusedWithWhatToRun() throws IOException {
        Path file = Path.of(partner.refreshTokenFile());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = run("--refresh-token-file", file.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("why: others than its owner may use the file; run: chmod 600 '" + file + "'");
        assertThat(partner.fake.requests()).isEmpty();
    }

    @Test
    void whatOthersCanReadAndSomebodyElseWroteIsOnlyNoted() throws IOException {
        Path file = Path.of(partner.clientSecretFile());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(run("--client-secret-file", file.toString()))
                .isEqualTo(new Ran(
                        0,
                        run("--client-secret-file", file.toString(), "-q").out(),
                        "note: others than you can read the client secret file; run: chmod 600 " + file + "\n"));
        assertThat(run("--client-secret-file", file.toString(), "-q").err()).isEmpty();
    }

    private Ran run(String... options) {
        return partner.trial()
                .run(Stream.concat(Stream.of("status", Batches.REFERENCE.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
