package io.github.devicebatch.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every source of a secret with every wrapping of it, against a fake that accepts only the tokens it has issued. */
class SecretSourcesTest {

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

    /** Place that a secret comes from. */
    private enum Source {
        TOKEN_FILE {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) throws IOException {
                return partner.status(
                        "--token-file", partner.file("token", wrapping.bytesAround(partner.accessToken())));
            }
        },
        STANDARD_INPUT {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) {
                return partner.tester()
                        .input(wrapping.bytesAround(partner.accessToken()))
                        .run(PartnerTenant.arguments("status", "--token-file=-"));
            }
        },
        TOKEN_COMMAND {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) throws IOException {
                return partner.status(
                        "--token-command", "cat " + partner.file("token", wrapping.bytesAround(partner.accessToken())));
            }
        },
        VARIABLE {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) {
                return partner.tester()
                        .with("DEVICEBATCH_TOKEN", wrapping.around(partner.accessToken()))
                        .run(PartnerTenant.arguments("status"));
            }
        },
        CLIENT_SECRET_FILE {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) throws IOException {
                partner.clientSecretFile();
                return partner.status(
                        "--client-secret-file", partner.file("secret", wrapping.bytesAround(PartnerTenant.SECRET)));
            }
        },
        REFRESH_TOKEN_FILE {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) throws IOException {
                String token =
                        Files.readString(Path.of(partner.refreshTokenFile())).strip();
                return partner.status(
                        "--refresh-token-file", partner.file("refresh-token", wrapping.bytesAround(token)));
            }
        },
        CERTIFICATE_FILE {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) throws IOException {
                String pem = Files.readString(Path.of(partner.pemFile()));
                return partner.status("--client-certificate", partner.file("pem", wrapping.bytesAround(pem)));
            }
        },
        PASSWORD_FILE {
            @Override
            RunResult run(PartnerTenant partner, Wrapping wrapping) throws IOException {
                return partner.status(
                        "--client-certificate",
                        partner.pkcs12File(),
                        "--client-certificate-password-file",
                        partner.file("password", wrapping.bytesAround(PartnerTenant.PASSWORD)));
            }
        };

        abstract RunResult run(PartnerTenant partner, Wrapping wrapping) throws IOException;
    }

    static Stream<Arguments> sourcesAndWrappings() {
        return Arrays.stream(Source.values())
                .flatMap(source -> Stream.concat(
                                Wrapping.whiteSpace(), source == Source.VARIABLE ? Stream.of() : Wrapping.encodings())
                        .map(wrapping -> argumentSet(source + ", " + wrapping, source, wrapping)));
    }

    @ParameterizedTest
    @MethodSource("sourcesAndWrappings")
    void readsTheSecretInEveryWrapping(Source source, Wrapping wrapping) throws IOException {
        RunResult result = source.run(partner, wrapping);

        assertThat(result.err()).isEmpty();
        assertThat(result.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
    }

    /** Forms in which tools print an access token: az, curl, PowerShell, a browser's developer tools. */
    static Stream<Arguments> formsOfTokens() {
        List<Source> sources = List.of(Source.TOKEN_FILE, Source.STANDARD_INPUT, Source.TOKEN_COMMAND, Source.VARIABLE);
        return sources.stream()
                .flatMap(source -> Stream.of(
                                "\"%s\"",
                                "'%s'",
                                "Bearer %s",
                                "Authorization: Bearer %s",
                                "{\"accessToken\":\"%s\"}",
                                "{\n  \"token_type\": \"Bearer\",\n  \"access_token\": \"%s\"\n}")
                        .map(form -> argumentSet(source + ", " + form.strip(), source, form)));
    }

    @ParameterizedTest
    @MethodSource("formsOfTokens")
    void takesTheTokenOutOfTheOutputOfTools(Source source, String form) throws IOException {
        String[] parts = form.split("%s", -1);

        RunResult result = source.run(partner, new Wrapping(form, parts[0], parts[1], StandardCharsets.UTF_8));

        assertThat(result.err()).isEmpty();
        assertThat(result.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOKEN_FILE         | {\"token\":\"%s\"}       | why: it is JSON without the member accessToken or access_token",
                "VARIABLE           | {\"token\":\"%s\"        | why: it begins as JSON but is not JSON",
                "STANDARD_INPUT     | Bearer \"%s\"            | why: the access token is in quotes; give it without them",
                "TOKEN_COMMAND      | below %s                | why: invalid output: the access token has white space at position 6",
                "CLIENT_SECRET_FILE | \"%s\"                   | why: the client secret is in quotes; give it without them",
                "CLIENT_SECRET_FILE | {\"password\":\"%s\"}    | why: the client secret is JSON; give only the value in it",
                "REFRESH_TOKEN_FILE | {\"refresh_token\":\"%s\"} | the refresh token is JSON; give only the value in it",
            })
    void saysWhatAnythingElseIsWithoutPrintingIt(Source source, String form, String why) throws IOException {
        String[] parts = form.split("%s", -1);

        RunResult result = source.run(partner, new Wrapping(form, parts[0], parts[1], StandardCharsets.UTF_8));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(why).doesNotContain(PartnerTenant.SECRET, "eyJ");
        assertThat(partner.fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = {"VARIABLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aSecretHasAMaximumLength(Source source) throws IOException {
        RunResult result = source.run(partner, new Wrapping("long", "", "x".repeat(70_000), StandardCharsets.UTF_8));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("it is longer than ");
    }
}
