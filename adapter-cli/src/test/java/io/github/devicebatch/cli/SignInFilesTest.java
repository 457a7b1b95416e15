package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.testkit.Batches;
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

/** What is said of the files that hold what a sign-in needs, and what is not. */
class SignInFilesTest {

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
                        "note: other users can read the client secret file; run: chmod 600 " + file + "\n"));
        assertThat(run("--client-secret-file", file.toString(), "-q").err()).isEmpty();
    }

    private Ran run(String... options) {
        return partner.trial()
                .run(Stream.concat(Stream.of("status", Batches.REFERENCE.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
