package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.AccessTokenKind;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentSettingsTest {

    private static final String CLIENT_ID = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";
    private static final String SECRET = "abc8Q~made-up_client.secret-of-a-test";

    private final FakePartnerCenter fake = FakePartnerCenter.start();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        environment.put("DEVICEBATCH_BASE_URL", fake.baseUrl().toString());
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void theTokenMayBeAVariable() throws Exception {
        environment.put("DEVICEBATCH_TOKEN", issuedToken());

        assertThat(ask()).isInstanceOf(Found.class);
    }

    @Test
    void theTokenMayBeInAFileWhichIsReadAgainWhenTheTokenIsRejected() throws Exception {
        Path file = file("token", "not-issued\n");
        environment.put("DEVICEBATCH_TOKEN_FILE", file.toString());
        try (PartnerCenter partnerCenter = settings().partnerCenter().build()) {
            Files.writeString(file, issuedToken() + "\n");

            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
        }
    }

    @Test
    void aRejectedTokenWithoutANewOneInItsFileIsARefusal() throws Exception {
        Path file = file("token", "not-issued\n");
        environment.put("DEVICEBATCH_TOKEN_FILE", file.toString());
        issuedToken();
        try (PartnerCenter partnerCenter = settings().partnerCenter().build()) {
            Files.delete(file);

            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                    .asInstanceOf(type(Refused.class))
                    .extracting(Refused::fault)
                    .isEqualTo(Fault.of("no_new_token", file + ": there is no such file"));
        }
    }

    @Test
    void anAppSignsInWithItsSecret() throws Exception {
        fake.tokens().application(CLIENT_ID, SECRET).access().validated();
        environment.put("DEVICEBATCH_AUTHORITY", fake.baseUrl().toString());
        environment.put("DEVICEBATCH_TENANT", "contoso.onmicrosoft.com");
        environment.put("DEVICEBATCH_CLIENT_ID", CLIENT_ID);
        environment.put("DEVICEBATCH_CLIENT_SECRET_FILE", file("secret", SECRET).toString());
        try (PartnerCenter partnerCenter = settings().partnerCenter().build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
        }
        assertThat(fake.tokens().requests("client_credentials")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://127.0.0.1:1, PROXY",
        "all_proxy, http://127.0.0.1:1, PROXY",
        "DEVICEBATCH_PROXY, http://127.0.0.1:1, PROXY",
        "DEVICEBATCH_PROXY, none, PARTNER_CENTER"
    })
    void theProxyMayBeAVariable(String name, String value, Party party) throws Exception {
        environment.put("DEVICEBATCH_TOKEN", "made-up-token");
        environment.put("DEVICEBATCH_BASE_URL", "https://partner-center.invalid");
        environment.put(name, value);

        assertThat(ask())
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::party)
                .isEqualTo(party);
    }

    @ParameterizedTest
    @CsvSource({
        "global, https://api.partnercenter.microsoft.com",
        "GLOBAL, https://api.partnercenter.microsoft.com",
        "china, https://partner.partnercenterapi.microsoftonline.cn",
        "usgov, https://api.partnercenter.microsoft.com",
        "'', https://api.partnercenter.microsoft.com"
    })
    void theCloudGivesTheAddress(String cloud, String address) throws Exception {
        environment.put("DEVICEBATCH_TOKEN", "made-up-token");
        environment.remove("DEVICEBATCH_BASE_URL");
        environment.put("DEVICEBATCH_CLOUD", cloud);
        try (PartnerCenter partnerCenter = settings().partnerCenter().build()) {
            assertThat(partnerCenter.toString()).startsWith("PartnerCenter[" + address + ",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "\"%s\"", "{\"accessToken\": \"%s\"}"})
    void theTokenMayHaveTheFormInWhichToolsPrintIt(String form) throws Exception {
        environment.put("DEVICEBATCH_TOKEN", form.replace("%s", issuedToken()));

        assertThat(ask()).isInstanceOf(Found.class);
    }

    /** Values of another source than the environment. */
    @Nested
    class Lookup {

        private final EnvironmentSettings settings =
                EnvironmentSettings.of(name -> Optional.ofNullable(environment.get(name)));

        @Test
        void isAskedForTheNamesOfTheVariables() throws Exception {
            environment.put("DEVICEBATCH_TOKEN", issuedToken());
            try (PartnerCenter partnerCenter = settings.partnerCenter().build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "DEVICEBATCH_CLOUD, '', 'DEVICEBATCH_CLOUD is global, china or usgov', 'DEVICEBATCH_CLOUD is global, china or usgov'",
            "DEVICEBATCH_PROXY, '', DEVICEBATCH_PROXY: the proxy URL has no host, the proxy URL has no host",
            "HTTPS_PROXY, http://p:0, HTTPS_PROXY has a port, HTTPS_PROXY has a port",
            "DEVICEBATCH_BASE_URL, http://example.com, DEVICEBATCH_BASE_URL: not a base URL, not a base URL"
        })
        void aValueIsUsedAsItIs(String name, String value, String message, String reason) {
            environment.put(name, value);

            assertThatThrownBy(settings::connection)
                    .asInstanceOf(type(SettingException.class))
                    .satisfies(
                            invalid -> assertThat(invalid.setting()).isEqualTo(name),
                            invalid -> assertThat(invalid.reason()).startsWith(reason),
                            invalid -> assertThat(invalid).hasMessageStartingWith(message));
        }

        @Test
        void anEmptyVariableOfAnotherProgramCountsAsMissing() {
            environment.put("HTTPS_PROXY", "");
            environment.put("ALL_PROXY", "http://p:1");
            environment.put("no_proxy", " ");
            environment.put("SSL_CERT_FILE", "");

            assertThat(settings.proxyVariable()).contains("ALL_PROXY");
            assertThat(settings.noProxyVariable()).isEmpty();
            assertThat(settings.caFileVariable()).isEmpty();
        }
    }

    @Test
    void theIdentityPlatformAndTheAppAreThoseOfASignInByCode() throws Exception {
        environment.put("DEVICEBATCH_AUTHORITY", "https://login.example");
        environment.put("DEVICEBATCH_CLOUD", "china");
        environment.put("DEVICEBATCH_TENANT", "contoso.onmicrosoft.com");
        environment.put("DEVICEBATCH_CLIENT_ID", CLIENT_ID);

        assertThat(settings().identityPlatform()).hasToString("IdentityPlatform[https://login.example, CHINA]");
        assertThat(settings().app()).isEqualTo(new AppRegistration("contoso.onmicrosoft.com", CLIENT_ID));
    }

    @Nested
    class Errors {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        DEVICEBATCH_OTHER         | x               | no sign-in; set one of DEVICEBATCH_TOKEN,
                        DEVICEBATCH_TOKEN         | two words       | DEVICEBATCH_TOKEN:
                        DEVICEBATCH_TOKEN_COMMAND | vault read      | DEVICEBATCH_TOKEN_COMMAND is for the command
                        DEVICEBATCH_TOKEN_FILE    | -               | DEVICEBATCH_TOKEN_FILE is -, but standard input
                        DEVICEBATCH_REFRESH_TOKEN_FILE | x          | DEVICEBATCH_TENANT is not set
                        """)
        void nameTheVariableOfTheSignIn(String name, String value, String message) {
            environment.put(name, value);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings().partnerCenter())
                    .withMessageStartingWith(message.strip())
                    .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("two words"));
        }

        @ParameterizedTest
        @CsvSource({
            "DEVICEBATCH_BASE_URL, http://example.com, DEVICEBATCH_BASE_URL: not a base URL",
            "DEVICEBATCH_CLOUD, mars, 'DEVICEBATCH_CLOUD is global, china or usgov'",
            "DEVICEBATCH_PROXY, socks5://x:1, DEVICEBATCH_PROXY: ",
            "DEVICEBATCH_TOKEN_FILE, token, 'more than one sign-in: DEVICEBATCH_TOKEN, DEVICEBATCH_TOKEN_FILE'"
        })
        void nameTheVariable(String name, String value, String message) {
            environment.put("DEVICEBATCH_TOKEN", "made-up-token");
            environment.put(name, value);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings().partnerCenter())
                    .withMessageStartingWith(message.strip());
        }

        @ParameterizedTest
        @CsvSource({"DEVICEBATCH_TOKEN_FILE, ''", "DEVICEBATCH_CA_FILE, made-up-token", "SSL_CERT_FILE, made-up-token"})
        void nameAFileThatDoesNotExist(String name, String token) {
            environment.put("DEVICEBATCH_TOKEN", token);
            environment.put(name, folder.resolve("missing").toString());

            assertThatThrownBy(() -> settings().partnerCenter())
                    .isInstanceOf(SettingFileException.class)
                    .hasMessageStartingWith(name + ": ")
                    .hasMessageContaining("missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEVICEBATCH_CA_FILE", "SSL_CERT_FILE"})
    void nameTheVariableOfAFileWithoutCertificates(String name) throws IOException {
        environment.put(
                name, Files.writeString(folder.resolve("ca.pem"), "none").toString());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().trust())
                .withMessageStartingWith(name + ": ");
    }

    @Test
    void printsNoValue() {
        environment.put("DEVICEBATCH_TOKEN", "made-up-token");

        assertThat(settings()).hasToString("EnvironmentSettings[DEVICEBATCH_BASE_URL, DEVICEBATCH_TOKEN]");
    }

    private BatchStatusAnswer ask() throws Exception {
        try (PartnerCenter partnerCenter =
                settings().partnerCenter().retries(RetrySettings.NONE).build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    /** Returns a token that the fake issued; from now on, it accepts no other. */
    private String issuedToken() {
        return fake.tokens().access().validated().issue(AccessTokenKind.APP_USER);
    }

    private EnvironmentSettings settings() {
        return EnvironmentSettings.of(environment);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
