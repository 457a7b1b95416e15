package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.oauth.AccessTokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to sign in ends in the documented example, at a fake that takes no tokens but its own. */
class SignInTest {

    private static final String ALL_FAILED = "all failed      " + Batches.REFERENCE;

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
    void withATokenFromAFile() throws IOException {
        assertShowsTheExample(run("--token-file", partner.accessTokenFile()));
    }

    @Test
    void withATokenFromStandardInput() {
        Trial trial = partner.trial().input(partner.accessToken() + "\n");

        assertShowsTheExample(trial.run("status", Batches.REFERENCE.toString(), "--token-file=-"));
    }

    @Test
    void withATokenFromACommand() throws IOException {
        assertShowsTheExample(run("--token-command", "cat " + partner.accessTokenFile()));
    }

    @Test
    void withATokenFromAVariable() {
        Trial trial = partner.trial().with("DEVICEBATCH_TOKEN", partner.accessToken());

        assertShowsTheExample(trial.run("status", Batches.REFERENCE.toString()));
    }

    @Test
    void asAnAppWithASecret() throws IOException {
        assertShowsTheExample(run("--client-secret-file", partner.clientSecretFile()));
    }

    @Test
    void asAnAppWithACertificateInPem() throws IOException {
        assertShowsTheExample(run("--client-certificate", partner.pemFile()));
    }

    @Test
    void asAnAppWithACertificateInPkcs12() throws IOException {
        assertShowsTheExample(run(
                "--client-certificate",
                partner.pkcs12File(),
                "--client-certificate-password-file",
                partner.passwordFile()));
    }

    @Test
    void onBehalfOfAUserTwiceAlthoughTheRefreshTokenChanges() throws IOException {
        String file = partner.refreshTokenFile();
        String first = Files.readString(Path.of(file));

        assertShowsTheExample(run("--refresh-token-file", file));
        String second = Files.readString(Path.of(file));
        assertShowsTheExample(run("--refresh-token-file", file));

        assertThat(List.of(first, second, Files.readString(Path.of(file)))).doesNotHaveDuplicates();
    }

    @Test
    void onBehalfOfAUserByAnAppThatHasToShowWhoItIs() throws IOException {
        String secret = partner.clientSecretFile();
        String file = partner.file("refresh-token", partner.tokens().refresh().issue(Partner.CLIENT_ID) + "\n");

        assertShowsTheExample(run("--refresh-token-file", file, "--client-secret-file", secret));
    }

    @Test
    void eachSettingMayComeFromItsVariable() throws IOException {
        Trial trial = partner.trial()
                .with("DEVICEBATCH_CLIENT_CERTIFICATE", partner.pkcs12File())
                .with("DEVICEBATCH_CLIENT_CERTIFICATE_PASSWORD_FILE", partner.passwordFile());

        assertShowsTheExample(trial.run("status", Batches.REFERENCE.toString()));
    }

    @Test
    void aSignInWithoutASecondFactorIsExplained() throws IOException {
        String file = partner.refreshTokenFile();
        partner.file(
                "refresh-token",
                partner.tokens().refresh().issue(Partner.CLIENT_ID, AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR)
                        + "\n");

        Ran ran = run("--refresh-token-file", file);

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.err())
                .contains("why: the App+User token was got without multi-factor sign-in; it says: 900421: ")
                .contains("try: sign in again with devicebatch login and confirm with a second factor");
    }

    private Ran run(String... options) {
        return partner.trial()
                .run(Stream.concat(Stream.of("status", Batches.REFERENCE.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static void assertShowsTheExample(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.firstLine()).isEqualTo(ALL_FAILED);
        assertThat(ran.exitCode()).isZero();
    }
}
