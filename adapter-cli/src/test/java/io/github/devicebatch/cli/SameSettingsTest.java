package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.http.EnvironmentSettings;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.AccessTokenKind;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The command and the library read the same environment variables in the same way. */
class SameSettingsTest {

    private static final String CLIENT_ID = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";
    private static final String SECRET = "abc8Q~made-up_client.secret-of-a-test";

    private final FakePartnerCenter fake = FakePartnerCenter.start();

    @TempDir
    private Path folder;

    /** What both do with the same variables. */
    enum Result {
        FOUND,
        PROXY_FAILED,
        UNUSABLE
    }

    @BeforeEach
    void prepare() throws IOException {
        fake.tokens().application(CLIENT_ID, SECRET).access().validated();
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        Files.writeString(folder.resolve("token"), issuedToken() + "\n");
        Files.writeString(folder.resolve("secret"), SECRET);
    }

    @AfterEach
    void close() {
        fake.close();
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                arguments(Map.of("TOKEN", "<token>"), Result.FOUND),
                arguments(Map.of("TOKEN_FILE", "<folder>/token"), Result.FOUND),
                arguments(Map.of("TOKEN", "Bearer <token>"), Result.FOUND),
                arguments(Map.of("TOKEN", "{\"accessToken\": \"<token>\"}"), Result.FOUND),
                arguments(Map.of("TOKEN", "{\"token\": \"<token>\"}"), Result.UNUSABLE),
                arguments(Map.of("TOKEN", " <token>\r\n", "CLOUD", " global "), Result.FOUND),
                arguments(
                        Map.of(
                                "AUTHORITY", "<fake>",
                                "TENANT", "contoso.onmicrosoft.com",
                                "CLIENT_ID", CLIENT_ID,
                                "CLIENT_SECRET_FILE", "<folder>/secret"),
                        Result.FOUND),
                arguments(Map.of("TOKEN", "<token>", "CLOUD", "china"), Result.FOUND),
                arguments(Map.of("TOKEN", "<token>", "PROXY", "none"), Result.FOUND),
                arguments(Map.of("TOKEN", "<token>", "TENANT", "contoso.com", "CLIENT_ID", CLIENT_ID), Result.FOUND),
                arguments(Map.of("TOKEN", "<token>", "CLIENT_CERTIFICATE_PASSWORD_FILE", "<folder>/x"), Result.FOUND),
                arguments(
                        Map.of("TOKEN", "any", "BASE_URL", "https://pc.invalid", "PROXY", "http://127.0.0.1:1"),
                        Result.PROXY_FAILED),
                arguments(Map.of(), Result.UNUSABLE),
                arguments(Map.of("TOKEN", "two words"), Result.UNUSABLE),
                arguments(Map.of("TOKEN", "any", "TOKEN_FILE", "<folder>/token"), Result.UNUSABLE),
                arguments(Map.of("TOKEN_FILE", "<folder>/missing"), Result.UNUSABLE),
                arguments(Map.of("TOKEN_FILE", "<folder>/token", "TOKEN_COMMAND", "echo x"), Result.UNUSABLE),
                arguments(Map.of("CLIENT_SECRET_FILE", "<folder>/secret"), Result.UNUSABLE),
                arguments(app("CLIENT_SECRET_FILE", "<folder>/missing"), Result.UNUSABLE),
                arguments(app("CLIENT_CERTIFICATE", "<folder>/secret"), Result.UNUSABLE),
                arguments(app("REFRESH_TOKEN_FILE", "<folder>/missing"), Result.UNUSABLE),
                arguments(app("REFRESH_TOKEN_FILE", "/"), Result.UNUSABLE),
                arguments(Map.of("TOKEN", "<token>", "AUTHORITY", "http://example.com"), Result.UNUSABLE),
                arguments(Map.of("TOKEN", "any", "CLOUD", "mars"), Result.UNUSABLE),
                arguments(Map.of("TOKEN", "any", "BASE_URL", "http://example.com"), Result.UNUSABLE),
                arguments(Map.of("TOKEN", "any", "PROXY", "socks5://127.0.0.1:1"), Result.UNUSABLE),
                arguments(Map.of("TOKEN", "any", "CA_FILE", "<folder>/missing"), Result.UNUSABLE));
    }

    private static Map<String, String> app(String setting, String file) {
        return Map.of("TENANT", "contoso.onmicrosoft.com", "CLIENT_ID", CLIENT_ID, setting, file);
    }

    @ParameterizedTest
    @MethodSource("variables")
    void areReadInTheSameWay(Map<String, String> variables, Result expected) throws InterruptedException {
        var command =
                new CommandTester().with("DEVICEBATCH_BASE_URL", fake.baseUrl().toString());
        variables.forEach((name, value) -> command.with("DEVICEBATCH_" + name, filled(value)));

        assertThat(ofLibrary(Map.copyOf(command.variables))).isEqualTo(expected);
        assertThat(ofCommand(command)).isEqualTo(expected);
    }

    private static Result ofLibrary(Map<String, String> environment) throws InterruptedException {
        try (PartnerCenter partnerCenter = EnvironmentSettings.of(environment)
                .partnerCenter()
                .retries(RetrySettings.NONE)
                .build()) {
            return switch (partnerCenter.batchStatus().ask(Batches.REFERENCE)) {
                case Found found -> Result.FOUND;
                case Unavailable unavailable when unavailable.party() == Party.PROXY -> Result.PROXY_FAILED;
                case Object other -> throw new AssertionError("unexpected: " + other);
            };
        } catch (IOException | IllegalArgumentException unusable) {
            return Result.UNUSABLE;
        }
    }

    private static Result ofCommand(CommandTester command) {
        int code = command.run("status", Batches.REFERENCE.toString()).exitCode();
        return switch (code) {
            case 0 -> Result.FOUND;
            case 2 -> Result.UNUSABLE;
            case 6 -> Result.PROXY_FAILED;
            default -> throw new AssertionError("unexpected exit code " + code);
        };
    }

    private String filled(String value) {
        return value.replace("<folder>", folder.toString())
                .replace("<fake>", fake.baseUrl().toString())
                .replace("<token>", issuedToken());
    }

    private String issuedToken() {
        return fake.tokens().access().issue(AccessTokenKind.APP_USER);
    }
}
