package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.AccessTokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sign-in method, against a fake that accepts only the tokens it has issued. */
class SignInMethodTest {

    private static final String ALL_FAILED = "all failed      " + Batches.REFERENCE;

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
    void withATokenFromAFile() throws IOException {
        assertShowsTheExample(partner.status("--token-file", partner.accessTokenFile()));
    }

    @Test
    void withATokenFromStandardInput() {
        CommandTester tester = partner.tester().input(partner.accessToken() + "\n");

        assertShowsTheExample(tester.run("status", Batches.REFERENCE.toString(), "--token-file=-"));
    }

    @Test
    void withATokenFromACommand() throws IOException {
        assertShowsTheExample(partner.status("--token-command", "cat " + partner.accessTokenFile()));
    }

    @Test
    void withATokenFromAVariable() {
        CommandTester tester = partner.tester().with("DEVICEBATCH_TOKEN", partner.accessToken());

        assertShowsTheExample(tester.run("status", Batches.REFERENCE.toString()));
    }

    @Test
    void asAnAppWithASecret() throws IOException {
        assertShowsTheExample(partner.status("--client-secret-file", partner.clientSecretFile()));
    }

    @Test
    void asAnAppWithACertificateInPem() throws IOException {
        assertShowsTheExample(partner.status("--client-certificate", partner.pemFile()));
    }

    @Test
    void asAnAppWithACertificateInPkcs12() throws IOException {
        assertShowsTheExample(partner.status(
                "--client-certificate",
                partner.pkcs12File(),
                "--client-certificate-password-file",
                partner.passwordFile()));
    }

    @Test
    void asAnAppWithACertificateInBase64() throws IOException {
        assertShowsTheExample(partner.status("--client-certificate", partner.pkcs12FileInBase64()));
    }

    @Test
    void onBehalfOfAUserTwiceAlthoughTheRefreshTokenChanges() throws IOException {
        String file = partner.refreshTokenFile();
        String first = Files.readString(Path.of(file));

        assertShowsTheExample(partner.status("--refresh-token-file", file));
        String second = Files.readString(Path.of(file));
        assertShowsTheExample(partner.status("--refresh-token-file", file));

        assertThat(List.of(first, second, Files.readString(Path.of(file)))).doesNotHaveDuplicates();
    }

    @Test
    void onBehalfOfAUserByAConfidentialClient() throws IOException {
        String secret = partner.clientSecretFile();
        String file = partner.file("refresh-token", partner.tokens().refresh().issue(PartnerTenant.CLIENT_ID) + "\n");

        assertShowsTheExample(partner.status("--refresh-token-file", file, "--client-secret-file", secret));
    }

    @Test
    void readsEachSettingFromItsVariable() throws IOException {
        CommandTester tester = partner.tester()
                .with("DEVICEBATCH_CLIENT_CERTIFICATE", partner.pkcs12File())
                .with("DEVICEBATCH_CLIENT_CERTIFICATE_PASSWORD_FILE", partner.passwordFile());

        assertShowsTheExample(tester.run("status", Batches.REFERENCE.toString()));
    }

    @Test
    void explainsASignInWithoutMfa() throws IOException {
        String file = partner.refreshTokenFile();
        partner.file(
                "refresh-token",
                partner.tokens().refresh().issue(PartnerTenant.CLIENT_ID, AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR)
                        + "\n");

        RunResult result = partner.status("--refresh-token-file", file);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("why: the token was issued without MFA; it says: 900421: ")
                .contains("try: sign in again with devicebatch login and confirm with a second factor");
    }

    private static void assertShowsTheExample(RunResult result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.firstLine()).isEqualTo(ALL_FAILED);
        assertThat(result.exitCode()).isZero();
    }

    /** A wait that takes longer than the lifetime of its access token. */
    @Nested
    class LongWait {

        private static final String REFERENCE = Batches.REFERENCE.toString();

        private final CommandTester tester = new CommandTester();

        @BeforeEach
        void useManualTime() throws IOException {
            partner.close();
            partner = new PartnerTenant(folder, tester.time).checkingTokens();
            partner.configure(tester);
            partner.fake
                    .timeline(Batches.REFERENCE)
                    .from(Duration.ZERO, Batches.processing())
                    .from(Duration.ofMinutes(200), Batches.finished());
        }

        @Test
        void theTokenOfAnAppIsRenewedBeforeItEnds() throws IOException {
            RunResult result =
                    tester.run("wait", REFERENCE, "--timeout=5h", "--client-secret-file", partner.clientSecretFile());

            assertSucceedsWithoutA401(result);
            assertThat(partner.tokens().requests("client_credentials")).isEqualTo(4);
        }

        @Test
        void theTokenOfAUserIsRenewedAndTheRefreshTokenReplacedEachTime() throws IOException {
            Path file = Path.of(partner.refreshTokenFile());

            RunResult result = tester.run("wait", REFERENCE, "--timeout=5h", "--refresh-token-file", file.toString());

            assertSucceedsWithoutA401(result);
            assertThat(partner.tokens().requests("refresh_token")).isEqualTo(4);
            assertThat(partner.tokens().refresh().accepts(Files.readString(file).strip()))
                    .isTrue();
        }

        @Test
        void runsTheTokenCommandAgainIfTheTokenIsRejected() throws IOException {
            String first = partner.file("first", partner.accessToken());
            String second = partner.file("second", partner.accessToken());
            partner.tokens().access().revoke(Files.readString(Path.of(first)));

            RunResult result = tester.run(
                    "wait",
                    REFERENCE,
                    "--timeout=5h",
                    "--token-command",
                    "cat " + first + "; cp " + second + " " + first);

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err())
                    .contains("--token-command COMMAND")
                    .doesNotContain(second)
                    .contains("try: get a new access token for https://api.partnercenter.microsoft.com");
        }

        private void assertSucceedsWithoutA401(RunResult result) {
            assertThat(result.err()).doesNotContain("error:");
            assertThat(result.exitCode()).isZero();
            assertThat(partner.fake.requests())
                    .noneMatch(request -> request.status().orElse(0) == 401);
        }
    }

    /** Replacement of a rejected token. */
    @Nested
    class Renewal {

        @Test
        void replacesARevokedTokenOnceWithoutAMessage() throws IOException {
            String secret = partner.clientSecretFile();
            partner.tokens().replies(tokenReply("revoked-in-the-meantime"));

            assertShowsTheExample(partner.status("--client-secret-file", secret));

            assertThat(partner.tokens().requests("client_credentials")).isEqualTo(2);
            assertThat(statusRequests()).isEqualTo(2);
        }

        @Test
        void readsTheTokenFileAndRunsTheTokenCommandAgain() throws IOException {
            String file = partner.file("access-token", "stale\n");
            String fresh = partner.file("fresh", partner.accessToken() + "\n");
            String command = "cat " + file + "; cp " + fresh + " " + file;

            assertShowsTheExample(partner.status("--token-command", command));
            assertThat(statusRequests()).isEqualTo(2);

            assertThat(partner.status("--token-file", partner.file("access-token", "stale\n"))
                            .exitCode())
                    .isEqualTo(4);
            assertThat(statusRequests()).isEqualTo(3);
        }

        @Test
        void replacesATokenOnceForAllRequests() throws IOException {
            Path runs = folder.resolve("runs");
            String command = "echo x >> " + runs + "; echo refused-$(wc -l < " + runs + ")";

            RunResult result = partner.tester()
                    .run(
                            "status",
                            Batches.numbered(1).toString(),
                            Batches.numbered(2).toString(),
                            Batches.numbered(3).toString(),
                            "--token-command",
                            command);

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(Files.readAllLines(runs)).hasSize(2);
            assertThat(result.err())
                    .contains("why: Partner Center rejected the access token; it says: 800001: ")
                    .contains("try: get a new access token for https://api.partnercenter.microsoft.com");
        }

        private long statusRequests() {
            return partner.fake.requests().stream()
                    .filter(request -> request.method().equals("GET"))
                    .count();
        }

        private static Reply tokenReply(String token) {
            return Reply.json(
                    200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token + "\"}");
        }
    }
}
