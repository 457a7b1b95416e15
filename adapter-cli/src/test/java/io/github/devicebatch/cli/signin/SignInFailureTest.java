package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins that fail: message, exit code, and what was sent. */
class SignInFailureTest {

    @TempDir
    private Path folder;

    private PartnerTenant partner;

    @BeforeEach
    void start() throws IOException {
        partner = new PartnerTenant(folder).checkingTokens();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void reportsAWrongSecret() throws IOException {
        partner.clientSecretFile();

        RunResult result =
                partner.status("--client-secret-file", partner.file("client-secret", "s3cret-of-another-app\n"));

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.firstLine()).startsWith("refused ");
        assertThat(result.err())
                .startsWith("error: refused: " + Batches.REFERENCE + "\nwhy: the client secret is wrong;"
                        + " the identity platform says: invalid_client: AADSTS7000215: ")
                .contains("\ntry: put the secret's value into the file, not its id; ")
                .doesNotContain("s3cret", "HTTP");
    }

    @Test
    void reportsARevokedRefreshToken() throws IOException {
        String file = partner.refreshTokenFile();
        partner.tokens().refresh().revokeAll();

        RunResult result = partner.status("--refresh-token-file", file);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("why: the refresh token was revoked, ", "invalid_grant: AADSTS50173: ")
                .contains("\ntry: sign in again with devicebatch login\n");
    }

    @Test
    void reportsAnUnknownApp() throws IOException {
        RunResult result = partner.status("--client-secret-file", partner.file("client-secret", "s3cret\n"));

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("why: the tenant has no such app, or it is disabled; ", "AADSTS700016")
                .contains("\ntry: check --client-id, --tenant and --cloud\n");
    }

    @ParameterizedTest
    @CsvSource({
        "503, the identity platform is failing: HTTP 503; 4 attempts in, check --authority and --cloud",
        "429, 'throttled by the identity platform: HTTP 429; 4 attempts in', try: retry in a minute",
        "302, 'the identity platform is failing: a redirect (HTTP 302), which is never followed', check --authority",
    })
    void reportsAnUnavailableIdentityPlatformByName(int status, String why, String remedy) throws IOException {
        Reply fault = Reply.empty(status);
        partner.tokens().replies(fault, fault, fault, fault);

        RunResult result = partner.status("--client-secret-file", partner.clientSecretFile());

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err()).contains("\nwhy: " + why, remedy).doesNotContain("Partner Center");
    }

    @Test
    void reportsAnUnreachableIdentityPlatformByName() throws IOException {
        RunResult result = partner.tester()
                .with("DEVICEBATCH_AUTHORITY", "http://127.0.0.1:1")
                .run("status", Batches.REFERENCE.toString(), "--client-secret-file", partner.clientSecretFile());

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.out()).contains("\n  the identity platform could not be reached; 4 attempts in ");
        assertThat(result.err())
                .contains(
                        "why: the identity platform could not be reached: the host refused the connection; 4 attempts")
                .contains("try: check the network, a proxy, and --authority; then retry");
    }

    @Test
    void theRequestTimeoutAppliesToTheIdentityPlatform() throws IOException {
        Reply silence = Reply.silence();
        partner.tokens().replies(silence, silence, silence, silence);

        RunResult result =
                partner.status("--client-secret-file", partner.clientSecretFile(), "--request-timeout", "50ms");

        assertThat(result.err())
                .contains(
                        "why: the identity platform did not respond in time: no whole answer within 50 ms; 4 attempts in ");
    }

    @Test
    void logsAttemptsWithoutATokenIfVerbose() throws IOException {
        RunResult result = partner.status("--client-secret-file", partner.file("client-secret", "s3cret\n"), "-v");

        assertThat(result.err())
                .startsWith("connection to 127.0.0.1: direct (no proxy is set)\nattempt 1 of " + Batches.REFERENCE
                        + ": no access token\n");
    }

    @Test
    void invalidGrantOfAnAppIsNotAdvisedToSignIn() throws IOException {
        partner.tokens().replies(Reply.tokenFault(400, "invalid_grant", "AADSTS50000: no"));

        RunResult result = partner.status("--client-secret-file", partner.clientSecretFile());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains(
                        "\nwhy: the identity platform does not accept the sign-in of the app, and no user takes part; ")
                .contains("\ntry: check --tenant, --client-id and the secret in --client-secret-file; ")
                .doesNotContain("devicebatch login");
    }

    @Test
    void waitAdvisesByTheSignInFlowToo() throws IOException {
        partner.tokens().replies(Reply.tokenFault(400, "invalid_grant", "AADSTS50000: no"));

        RunResult result =
                partner.tester().run(PartnerTenant.arguments("wait", "--client-certificate", partner.pemFile()));

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("\ntry: check --tenant, --client-id and the certificate in --client-certificate; ");
    }

    @Test
    void aRefreshTokenOfAnotherAppIsNotAdvisedToBeReplaced() throws IOException {
        String file = partner.refreshTokenFile();
        partner.tokens().replies(Reply.tokenFault(400, "invalid_grant", "AADSTS700007: another client id"));

        assertThat(partner.status("--refresh-token-file", file).err())
                .contains("\nwhy: the refresh token was issued to another app or by another tenant; ")
                .contains(
                        "\ntry: give the --client-id and --tenant with which the token in --refresh-token-file was issued");
    }

    /** Unusable or exposed files with secrets. */
    @Nested
    class SecretFiles {

        @ParameterizedTest
        @ValueSource(strings = {"--client-secret-file", "--client-certificate", "--refresh-token-file", "--token-file"})
        void doesNotPrintASecretGivenInsteadOfAFileName(String option) {
            for (String name : new String[] {"s3cret~value", "/nowhere/s3cret", "s3cret\u0000"}) {
                RunResult result = partner.tester()
                        .with("DEVICEBATCH_TENANT", option.equals("--token-file") ? "" : PartnerTenant.TENANT)
                        .run("status", Batches.REFERENCE.toString(), option, name);

                assertThat(result.exitCode()).isEqualTo(2);
                assertThat(result.err())
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
        void anInvalidFileIsNamedWithoutItsContent(String option, String content, String what, String why)
                throws IOException {
            String file = partner.file("wrong", content);

            RunResult result = partner.status(option, file);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("error: " + what + " " + file + "\nwhy: " + why)
                    .contains("\ntry: ")
                    .doesNotContain("s3cret");
            assertThat(partner.fake.requests()).isEmpty();
        }

        @Test
        void aCertificateFileNeedsItsPassword() throws IOException {
            RunResult without = partner.status("--client-certificate", partner.pkcs12File());
            RunResult wrong = partner.status(
                    "--client-certificate",
                    partner.pkcs12File(),
                    "--client-certificate-password-file",
                    partner.file("password", "s3cret\n"));

            for (RunResult result : new RunResult[] {without, wrong}) {
                assertThat(result.exitCode()).isEqualTo(2);
                assertThat(result.err())
                        .contains("\nwhy: the password is wrong, or one is missing\n")
                        .contains("give --client-certificate-password-file as well")
                        .doesNotContain("s3cret");
            }
        }

        @Test
        void rejectsARefreshTokenFileThatOthersCanRead() throws IOException {
            Path file = Path.of(partner.refreshTokenFile());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

            RunResult result = partner.status("--refresh-token-file", file.toString());

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .contains("why: its permissions must be 0600 (owner only); run: chmod 600 '" + file + "'");
            assertThat(partner.fake.requests()).isEmpty();
        }

        @Test
        void warnsAboutASecretFileThatOthersCanRead() throws IOException {
            Path file = Path.of(partner.clientSecretFile());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

            assertThat(partner.status("--client-secret-file", file.toString()))
                    .isEqualTo(new RunResult(
                            0,
                            partner.status("--client-secret-file", file.toString(), "-q")
                                    .out(),
                            "note: other users can read the client secret file; run: chmod 600 " + file + "\n"));
            assertThat(partner.status("--client-secret-file", file.toString(), "-q")
                            .err())
                    .isEmpty();
        }
    }
}
