package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakePartnerCenterExtension.class)
class NetworkSettingsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    @TempDir
    private Path folder;

    NetworkSettingsTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
    }

    private RunResult status(String variables, String options) {
        Stream.of(variables.strip().split(" +"))
                .filter(text -> !text.isEmpty())
                .map(text -> text.split("=", 2))
                .forEach(variable -> tester.with(variable[0], variable[1]));
        return tester.run(Stream.concat(
                        Stream.of("status", REFERENCE),
                        Stream.of(options.strip().split(" +")))
                .filter(text -> !text.isEmpty())
                .toArray(String[]::new));
    }

    /** The token command fails, so nothing is sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                            | ~~              | direct (no proxy is set)
            HTTPS_PROXY=http://p:1                        | ~~              | proxy p:1 (HTTPS_PROXY)
            HTTPS_PROXY=http://u:s3cret@p:1               | ~~              | proxy p:1 (HTTPS_PROXY)
            https_proxy=p:1 HTTPS_PROXY=p:2               | ~~              | proxy p:1 (https_proxy)
            all_proxy=p                                   | ~~              | proxy p:1080 (all_proxy)
            ALL_PROXY=p:3                                 | ~~              | proxy p:3 (ALL_PROXY)
            ALL_PROXY=p:3 HTTPS_PROXY=p:2                 | ~~              | proxy p:2 (HTTPS_PROXY)
            HTTP_PROXY=p:3 http_proxy=p:4                 | ~~              | direct (no proxy is set)
            HTTPS_PROXY=p:1 NO_PROXY=invalid              | ~~              | direct (NO_PROXY)
            HTTPS_PROXY=p:1 no_proxy=.host.invalid        | ~~              | direct (no_proxy)
            HTTPS_PROXY=p:1 NO_PROXY=other.invalid        | ~~              | proxy p:1 (HTTPS_PROXY)
            HTTPS_PROXY=p:1                               | --proxy p:5     | proxy p:5 (--proxy)
            NO_PROXY=host.invalid                         | --proxy p:5     | direct (NO_PROXY)
            HTTPS_PROXY=p:1                               | --proxy none    | direct (--proxy none)
            HTTPS_PROXY=p:1                               | --proxy NONE    | direct (--proxy none)
            HTTPS_PROXY=p:1 DEVICEBATCH_PROXY=p:6         | ~~              | proxy p:6 (DEVICEBATCH_PROXY)
            HTTPS_PROXY=p:1 DEVICEBATCH_PROXY=none        | ~~              | direct (DEVICEBATCH_PROXY none)
            HTTPS_PROXY=socks5://p:1                      | --proxy none    | direct (--proxy none)
            DEVICEBATCH_PROXY=p:6                         | --proxy p:5     | proxy p:5 (--proxy)
            HTTPS_PROXY=http://[::1]:8                    | ~~              | proxy ::1:8 (HTTPS_PROXY)
            """)
    void theRouteAndItsSourceAreLogged(String variables, String options, String route) {
        RunResult result = status(
                variables + " DEVICEBATCH_TOKEN= DEVICEBATCH_BASE_URL=https://host.invalid",
                options + " -v --token-command false");

        assertThat(result.err())
                .startsWith("connection to host.invalid: " + route + "\nerror: ")
                .doesNotContain("s3cret");
    }

    @Test
    void thisMachineIsNeverReachedThroughAProxy() {
        RunResult result = status("HTTPS_PROXY=http://127.0.0.1:1", "-v");

        assertThat(result.err())
                .startsWith(
                        "connection to 127.0.0.1: direct (this machine is never reached through a proxy)\nattempt 1 of ");
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                      | --proxy socks5://u:s3cret@p:1  | scheme 'socks5'        | correct --proxy
            ~~                                      | --proxy https://p:1            | scheme 'https'         | correct --proxy
            ~~                                      | --proxy http://                | no host                | correct --proxy
            ~~                                      | --proxy http://u:s3cret@p:0    | has a port that        | correct --proxy
            ~~                                      | --proxy http://u:s3cret@p/x    | is not the URL         | correct --proxy
            DEVICEBATCH_PROXY=http://u:s3cret@p:x   | ~~                             | DEVICEBATCH_PROXY: the | correct DEVICEBATCH_PROXY
            HTTPS_PROXY=http://u:s3cret@p:x         | ~~                             | HTTPS_PROXY is not     | unset HTTPS_PROXY
            all_proxy=socks4://u:s3cret@p:1         | ~~                             | all_proxy is of        | unset all_proxy
            """)
    void anUnusableProxyIsAUsageErrorWithoutItsLogin(String variables, String options, String what, String remedy) {
        RunResult result = status(variables, options);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("error: ")
                .contains(what, "\ntry: ", remedy, "--proxy none")
                .doesNotContain("s3cret");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    /** Files with certificates. */
    @Nested
    class CaFiles {

        @ParameterizedTest
        @ValueSource(strings = {"--ca-file", "DEVICEBATCH_CA_FILE", "SSL_CERT_FILE"})
        void aMissingFileIsNamedWithItsSource(String source) {
            Path file = folder.resolve("missing.pem");
            RunResult result =
                    source.startsWith("--") ? status("", source + " " + file) : status(source + "=" + file, "");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("error: cannot use the CA file of " + source + ": " + file
                            + "\nwhy: there is no such file\ntry: ");
            assertThat(partnerCenter.requests()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                ~~                                                              | is empty
                certificate                                                     | has no certificate in PEM
                -----BEGIN CERTIFICATE----- AAAA -----END CERTIFICATE-----      | certificate 1 in
                """)
        void aFileWithoutACertificateIsAUsageError(String content, String why) throws IOException {
            Path file = Files.writeString(folder.resolve("ca.pem"), content, StandardCharsets.UTF_8);

            RunResult result = status("", "--ca-file " + file);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains(file.toString(), "\nwhy: ", why, "\ntry: give a file with certificates");
        }

        @Test
        void aDirectoryIsAUsageError() {
            RunResult result = status("", "--ca-file " + folder);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).startsWith("error: cannot use the CA file of --ca-file: " + folder + "\nwhy: ");
        }
    }

    /** Commands that are printed for later use. */
    @Nested
    class LaterCommands {

        @ParameterizedTest
        @CsvSource({
            "p.example:3128, p.example:3128",
            "http://p.example:3128, http://p.example:3128",
            "none, none",
            "http://u:s3cret@p.example:3128, http://USER:PASSWORD@p.example:3128",
            "http://u:s3c@ret@p.example:3128/, http://USER:PASSWORD@p.example:3128/",
            "u:s3cret@p.example, http://USER:PASSWORD@p.example"
        })
        void theResumeCommandOfWaitHasNoPassword(String proxy, String shown) {
            partnerCenter
                    .script(Batches.numbered(1))
                    .then(Batches.queued(Batches.numbered(1).tracking()));

            RunResult result = tester.run("wait", Batches.numbered(1).toString(), "--timeout", "1s", "--proxy", proxy);

            assertThat(result.exitCode()).isEqualTo(124);
            assertThat(result.err()).contains(" --proxy " + shown + "\n").doesNotContain("s3c");
        }

        @Test
        void theNextCommandOfLoginConnectsInTheSameWay() throws IOException {
            try (PartnerTenant partner = new PartnerTenant(folder)) {
                partner.tokens().publicClient(PartnerTenant.CLIENT_ID);

                RunResult result = partner.tester()
                        .run(
                                "login",
                                "-v",
                                "--refresh-token-file=" + folder.resolve("new/refresh-token"),
                                "--proxy=http://u:s3cret@p.example:3128");

                assertThat(result.err())
                        .startsWith("connection to 127.0.0.1: direct (this machine is never reached through a proxy)\n")
                        .endsWith(" --proxy http://USER:PASSWORD@p.example:3128\n")
                        .doesNotContain("s3cret");
                assertThat(result.exitCode()).isZero();
            }
        }
    }
}
