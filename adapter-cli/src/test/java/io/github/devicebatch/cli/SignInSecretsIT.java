package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunArtifacts;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SecretSearch;
import io.github.devicebatch.cli.support.SignInSecrets;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No secret is in the output of the process, in its log at the finest level, in its arguments, or in a file below its working
 * directory, which is also its home and has its temporary files.
 */
class SignInSecretsIT {

    @TempDir
    private Path folder;

    private PartnerTenant partner;
    private RunArtifacts evidence;

    @BeforeEach
    void start() throws IOException {
        partner = new PartnerTenant(folder);
        evidence = new RunArtifacts(folder);
        partner.fake
                .script(Batches.REFERENCE)
                .then(Reply.fault(503, "1", SignInSecrets.ACCESS_TOKEN))
                .then(Reply.fault(401, "800001", SignInSecrets.ACCESS_TOKEN))
                .then(Reply.documentedExample());
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void theSecretOfAnAppDoesNotLeak() throws Exception {
        assertSucceedsWithoutALeak(
                run(PartnerTenant.SECRET, "--client-secret-file", partner.clientSecretFile()), Set.of("client-secret"));
    }

    @Test
    void theKeyOfACertificateDoesNotLeak() throws Exception {
        String pem = partner.pemFile();

        RunResult result = run("nothing", "--client-certificate", pem);

        assertSucceedsWithoutALeak(result, Set.of("app.pem"));
        List<String> key = Files.readAllLines(Path.of(pem)).stream()
                .takeWhile(line -> !line.startsWith("-----END PRIVATE KEY"))
                .skip(2)
                .toList();
        assertThat(key).hasSizeGreaterThan(20);
        String everything = evidence.of(result, Set.of("app.pem"));
        key.forEach(line -> SecretSearch.assertAbsentFrom(everything, line));
        byte[] bytes = Base64.getDecoder().decode(key.getFirst());
        assertThat(everything).doesNotContainIgnoringCase(HexFormat.of().formatHex(bytes));
    }

    @Test
    void thePasswordOfACertificateDoesNotLeak() throws Exception {
        RunResult result = run(
                "nothing",
                "--client-certificate",
                partner.pkcs12File(),
                "--client-certificate-password-file",
                partner.passwordFile());

        assertSucceedsWithoutALeak(result, Set.of("app.p12", "password"));
    }

    @Test
    void refreshTokensAreOnlyInTheirFile() throws Exception {
        String file = partner.file("refresh-token", SignInSecrets.REFRESH_TOKEN + "\n");

        RunResult result = run(
                PartnerTenant.SECRET + " " + SignInSecrets.REFRESH_TOKEN,
                "--client-secret-file",
                partner.clientSecretFile(),
                "--refresh-token-file",
                file);

        assertSucceedsWithoutALeak(result, Set.of("client-secret", "refresh-token"));
        assertThat(Files.readString(Path.of(file))).isEqualTo(SignInSecrets.NEW_REFRESH_TOKEN + "\n");
    }

    @Test
    void theOutputOfATokenCommandDoesNotLeak() throws Exception {
        String file = partner.file("access-token", SignInSecrets.ACCESS_TOKEN + "\n");

        RunResult result = evidence.command(partner)
                .run("status", Batches.REFERENCE.toString(), "-v", "--token-command", "cat '" + file + "'");

        assertThat(result.exitCode()).isEqualTo(4);
        assertContainsNoSecret(result, Set.of("access-token"));
    }

    @Test
    void theTokensOfASignInAreOnlyInTheirFile() throws Exception {
        partner.tokens().deviceCodeReplies(Reply.json(200, """
                {"user_code":"ABCDEFGHI","device_code":"%s","verification_uri":"https://microsoft.com/devicelogin",
                 "expires_in":900,"interval":1,"message":"%s"}
                """.formatted(
                        SignInSecrets.DEVICE_CODE, SignInSecrets.DEVICE_CODE)));

        partner.tokens().replies(SignInSecrets.issued(SignInSecrets.ACCESS_TOKEN));

        RunResult result = evidence.command(partner).run("login", "--refresh-token-file", "own/refresh-token");

        assertThat(result.exitCode()).isZero();
        assertContainsNoSecret(result, Set.of("refresh-token"));
        assertThat(evidence.home().resolve("own/refresh-token")).hasContent(SignInSecrets.NEW_REFRESH_TOKEN);
    }

    /** Runs {@code status}. Servers return the secrets they were sent in their first responses. */
    private RunResult run(String sent, String... options) throws Exception {
        partner.tokens()
                .replies(
                        Reply.json(503, "{\"error\":\"server_error\",\"error_description\":\"" + sent + "\"}"),
                        SignInSecrets.issued(SignInSecrets.ACCESS_TOKEN),
                        SignInSecrets.issued(SignInSecrets.ANOTHER_ACCESS_TOKEN));
        PackagedCommand command = evidence.command(partner);
        Process process = command.start(PartnerTenant.arguments(
                "status", Stream.concat(Stream.of("-v"), Stream.of(options)).toArray(String[]::new)));
        SignInSecrets.assertAllAbsentFrom(arguments(process));
        return command.ended(process);
    }

    private static String arguments(Process process) throws IOException {
        Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.exists(arguments)
                ? Files.readString(arguments)
                : String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    private void assertSucceedsWithoutALeak(RunResult result, Set<String> meant) throws IOException {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.firstLine()).startsWith("all failed ");
        assertContainsNoSecret(result, meant);
        evidence.assertLogged("com.microsoft.aad.msal4j");
    }

    private void assertContainsNoSecret(RunResult result, Set<String> meant) throws IOException {
        SignInSecrets.assertAllAbsentFrom(evidence.of(result, meant));
    }
}
