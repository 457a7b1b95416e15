package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.oauth.DeviceCodePoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in methods of the packaged command, against a fake that accepts only the tokens it has issued. */
class SignInIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String ALL_FAILED = "all failed      " + REFERENCE;

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
    void withATokenFromAFileStandardInputACommandAndAVariable() throws Exception {
        String token = partner.accessToken();
        String file = partner.file("access-token", token + "\n");

        assertShowsTheExample(run(partner.command(folder), "--token-file", file));
        assertShowsTheExample(run(partner.command(folder).input(token), "--token-file", "-"));
        assertShowsTheExample(
                run(partner.command(folder).input("not for it"), "--token-command", "cat '" + file + "'; cat"));
        assertShowsTheExample(run(partner.command(folder).with("DEVICEBATCH_TOKEN", token)));
    }

    @Test
    void asAnAppWithASecret() throws Exception {
        assertShowsTheExample(run(partner.command(folder), "--client-secret-file", partner.clientSecretFile()));
    }

    @Test
    void asAnAppWithACertificateInPem() throws Exception {
        assertShowsTheExample(run(partner.command(folder), "--client-certificate", partner.pemFile()));
    }

    @Test
    void asAnAppWithACertificateInPkcs12() throws Exception {
        assertShowsTheExample(run(
                partner.command(folder),
                "--client-certificate",
                partner.pkcs12File(),
                "--client-certificate-password-file",
                partner.passwordFile()));
    }

    @Test
    void onBehalfOfAUserWhoSignedInByDeviceCode() throws Exception {
        partner.tokens().publicClient(PartnerTenant.CLIENT_ID);
        partner.tokens()
                .deviceCodes()
                .interval(Duration.ofSeconds(1))
                .polls(DeviceCodePoll.PENDING, DeviceCodePoll.APPROVED);
        Path file = folder.resolve("own/refresh-token");

        RunResult login = partner.command(folder).run("login", "--refresh-token-file", file.toString());
        String first = Files.readString(file);
        RunResult status = run(partner.command(folder), "--refresh-token-file", file.toString());

        assertThat(login.exitCode()).isZero();
        assertThat(login.out()).isEmpty();
        assertThat(login.err())
                .contains("https://microsoft.com/devicelogin")
                .contains(
                        "\n  " + partner.tokens().deviceCodes().latestUserCode().orElseThrow() + "\n")
                .contains("\n  devicebatch status CUSTOMER/TRACKING --tenant " + PartnerTenant.TENANT);
        assertShowsTheExample(status);
        assertThat(Files.readString(file)).isNotEqualTo(first);
        assertThat(partner.tokens().refresh().accepts(Files.readString(file).strip()))
                .isTrue();
    }

    @Test
    void showsStandardErrorAndExitStatusOfATokenCommand() throws Exception {
        RunResult result = run(partner.command(folder), "--token-command", "echo unlock the safe first >&2; exit 7");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("unlock the safe first\nerror: no access token from the token command\n"
                        + "why: it ended with exit status 7\n"
                        + "try: run the command alone: it must print only an access token\n");
        assertThat(partner.fake.requests()).isEmpty();
    }

    /** A secret of a container: a link on a volume that is mounted read-only, owned by root, and readable by all. */
    @Test
    void aRefreshTokenOnAReadOnlyVolumeIsUsedWithOneWarning() throws Exception {
        partner.tokens().publicClient(PartnerTenant.CLIENT_ID);
        BatchReference another = Batches.numbered(1);
        partner.fake.script(another).then(Batches.finished(another.tracking()));
        Path volume = Files.createDirectory(folder.resolve("volume"));
        Path token = volume.resolve("refresh-token");
        String mounted = "mount -t tmpfs tmpfs '" + volume + "' && printf %s '"
                + partner.tokens().refresh().issue(PartnerTenant.CLIENT_ID) + "' > '" + volume
                + "/data' && ln -s data '"
                + token + "' && mount -o remount,ro '" + volume + "' && exec \"$@\"";
        Assumptions.assumeTrue(canMount(), "only root can mount");

        RunResult result = partner.command(folder)
                .runInShell(
                        "exec unshare --mount sh -c " + ShellQuoting.quote(mounted) + " sh \"$@\"",
                        "status",
                        REFERENCE,
                        another.toString(),
                        "--refresh-token-file",
                        token.toString());

        assertThat(result.err())
                .isEqualTo("note: " + token + " cannot be written, so the refresh token in it is used as it is and not"
                        + " renewed; replace it by a new sign-in within 90 days\n");
        assertThat(result.out().lines()).contains(ALL_FAILED);
        assertThat(result.exitCode()).isZero();
    }

    private static boolean canMount() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void aTokenCommandDoesNotInheritSecrets() throws Exception {
        String token = partner.accessTokenFile();
        PackagedCommand command = partner.command(folder)
                .with("DEVICEBATCH_TOKEN", "s3cret-token")
                .with("DEVICEBATCH_TOKEN_COMMAND", "echo s3cret-command")
                .with("DEVICEBATCH_PROXY", "http://me:s3cret-login@127.0.0.1:1")
                .with("NO_PROXY", "127.0.0.1")
                .with("ANOTHER", "kept");

        RunResult result = run(
                command,
                "--proxy=none",
                "--token-command",
                "env | grep -e s3cret -e ANOTHER -e DEVICEBATCH_TENANT >&2; cat '" + token + "'");

        assertThat(result.err().lines())
                .containsExactlyInAnyOrder("ANOTHER=kept", "DEVICEBATCH_TENANT=" + PartnerTenant.TENANT);
        assertThat(result.exitCode()).isZero();
    }

    private static RunResult run(PackagedCommand command, String... options) throws IOException, InterruptedException {
        return command.run(PartnerTenant.arguments("status", options));
    }

    private static void assertShowsTheExample(RunResult result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.firstLine()).isEqualTo(ALL_FAILED);
        assertThat(result.exitCode()).isZero();
    }
}
