package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.http.support.LeakedSecretReplies;
import io.github.devicebatch.http.support.LeakedSecrets;
import io.github.devicebatch.http.support.LibraryOutput;
import io.github.devicebatch.http.support.LogCapture;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.http.support.TestServer;
import io.github.devicebatch.http.support.TokenFaultRow;
import io.github.devicebatch.http.support.TokenFaultTable;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that no output contains a credential, even if the identity platform repeats it. */
class CredentialLeakTest {

    private static final List<String> FORMS = Stream.of(
                    LeakedSecrets.CLIENT_SECRET,
                    LeakedSecrets.REFRESH_TOKEN,
                    LeakedSecrets.NEW_REFRESH_TOKEN,
                    LeakedSecrets.ACCESS_TOKEN,
                    LeakedSecrets.DEVICE_CODE)
            .map(LeakedSecrets::formsOf)
            .flatMap(List::stream)
            .toList();
    private static final URI UNREACHABLE_URL = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    private final LogCapture logged = new LogCapture();

    @BeforeEach
    void start() {
        logged.start();
    }

    @AfterEach
    void stop() {
        logged.stop();
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.LeakedSecretReplies#withClientSecret")
    @ExtendWith(FakePartnerCenterExtension.class)
    void appOnlyCredentialsAreNotLeaked(Reply reply, FakePartnerCenter fake) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        fake.tokens().replies(reply, reply);
        IdentityPlatform platform = IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL);

        String output = LibraryOutput.of(appOnly(platform), platform, fake.baseUrl());

        assertThat(output + fake + fake.requests() + fake.tokens() + logged).doesNotContain(FORMS);
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.LeakedSecretReplies#withClientSecretAndRefreshToken")
    @ExtendWith(FakePartnerCenterExtension.class)
    void appAndUserCredentialsAreNotLeaked(Reply reply, FakePartnerCenter fake)
            throws IOException, InterruptedException {
        RefreshTokenFile file = RegisteredApp.store(folder, LeakedSecrets.REFRESH_TOKEN);
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        fake.tokens().replies(reply, reply);
        IdentityPlatform platform = IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL);

        String output = LibraryOutput.of(appAndUser(platform, file), platform, fake.baseUrl());

        assertThat(output + fake + fake.requests() + fake.tokens() + logged).doesNotContain(FORMS);
        assertThat(RegisteredApp.stored(file))
                .isIn(LeakedSecrets.REFRESH_TOKEN + "\n", LeakedSecrets.NEW_REFRESH_TOKEN + "\n");
        assertThat(contentOfOtherFiles(file)).doesNotContain(FORMS);
    }

    /** Runs the rows concurrently, because many of them last until a timeout. */
    @Test
    void noRowOfTheFaultTableLeaksCredentials() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var output = TokenFaultTable.rows()
                    .map(row -> Map.entry(row, threads.submit(() -> output(row))))
                    .toList();
            for (Map.Entry<TokenFaultRow, Future<String>> row : output) {
                assertThat(row.getValue().get()).as(row.getKey().name()).doesNotContain(FORMS);
            }
        }
        assertThat(logged.toString()).contains("com.microsoft.aad.msal4j").doesNotContain(FORMS);
    }

    @Test
    @ExtendWith(FakePartnerCenterExtension.class)
    void deviceCodeSignInLeaksNoCredentials(FakePartnerCenter fake, ManualTime time)
            throws IOException, InterruptedException {
        RefreshTokenFile file = RefreshTokenFile.at(folder.resolve("own/refresh-token"));
        var output = new StringBuilder();
        fake.tokens().deviceCodeReplies(Reply.json(200, """
                {"device_code":"%s","user_code":"FJC3","verification_uri":"https://microsoft.com/devicelogin",
                 "expires_in":900,"interval":5,"message":"%1$s"}""".formatted(LeakedSecrets.DEVICE_CODE)));
        fake.tokens()
                .replies(
                        Reply.tokenFault(400, "authorization_pending", LeakedSecrets.DEVICE_CODE),
                        Reply.json(200, LeakedSecretReplies.RESPONSE));
        DeviceCodeSignIn.of(
                        IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL)
                                .time(time, time),
                        RegisteredApp.APP)
                .signIn(output::append, file);
        output.append(fake).append(fake.requests());
        assertThat(output.append(logged).toString()).contains("FJC3").doesNotContain(FORMS);
        assertThat(RegisteredApp.stored(file)).isEqualTo(LeakedSecrets.NEW_REFRESH_TOKEN + "\n");
        assertThat(contentOfOtherFiles(file)).doesNotContain(FORMS);
    }

    private static AccessTokenSource appOnly(IdentityPlatform platform) {
        return AccessTokenSource.appOnly(platform, RegisteredApp.APP, ClientSecret.of(LeakedSecrets.CLIENT_SECRET));
    }

    private static AccessTokenSource appAndUser(IdentityPlatform platform, RefreshTokenFile file) {
        return AccessTokenSource.appAndUser(
                platform, RegisteredApp.APP, ClientSecret.of(LeakedSecrets.CLIENT_SECRET), file);
    }

    private String output(TokenFaultRow row) throws IOException, InterruptedException {
        var time = ManualTime.start();
        Path own = Files.createTempDirectory(folder, "row");
        try (TestServer server = row.server().get()) {
            IdentityPlatform platform = IdentityPlatform.at(server.url(), PartnerCenterCloud.GLOBAL)
                    .httpClient(server.client())
                    .exchangeTimeout(row.timeout())
                    .time(time, time);
            RefreshTokenFile file = RegisteredApp.store(own, LeakedSecrets.REFRESH_TOKEN);
            return LibraryOutput.of(appOnly(platform), platform, UNREACHABLE_URL)
                    + LibraryOutput.of(appAndUser(platform, file), platform, UNREACHABLE_URL)
                    + server.fake().map(fake -> fake + " " + fake.requests());
        }
    }

    private String contentOfOtherFiles(RefreshTokenFile file) throws IOException {
        var content = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path other : files.filter(Files::isRegularFile).toList()) {
                content.append(other.equals(file.path()) ? "" : other + Files.readString(other));
            }
        }
        return content.toString();
    }

    /** Checks the private key, the signed assertion, and the password of the key. */
    @Nested
    class ClientCertificates {

        private static final String PASSWORD = "password-canary~of+a/test=";

        /** The start of every signed assertion: <code>{"</code> in Base64. */
        private static final String ASSERTION = "eyJ";

        private final ApplicationCertificate certificate = ApplicationCertificate.create();

        /** On the system clock, with which MSAL4J signs. */
        @RegisterExtension
        final FakePartnerCenterExtension extension = new FakePartnerCenterExtension().time(InstantSource.system());

        private ClientCertificate read() throws IOException {
            Path file = Files.write(folder.resolve("app.pfx"), certificate.pkcs12(PASSWORD.toCharArray()));
            return ClientCertificate.fromFile(file, PASSWORD.toCharArray());
        }

        /** Returns parts of the key, which are found even if the key is split into lines. */
        private List<String> key() {
            byte[] key = certificate.privateKey().getEncoded();
            String base64 = Base64.getEncoder().encodeToString(key);
            String hexadecimal = HexFormat.of().formatHex(key);
            int middle = key.length / 2;
            return List.of(base64.substring(middle, middle + 40), hexadecimal.substring(middle, middle + 40));
        }

        @Test
        void isNotLeakedOnSuccess(FakePartnerCenter fake) throws IOException, InterruptedException {
            fake.tokens().application(RegisteredApp.CLIENT_ID, certificate.certificate());
            fake.tokens().access().validated();
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());

            String output = output(fake, read());

            assertThat(output).contains("Found[").doesNotContain(key()).doesNotContain(PASSWORD, ASSERTION);
        }

        @Test
        void isNotLeakedIfThePlatformRepeatsTheAssertion(FakePartnerCenter fake)
                throws IOException, InterruptedException {
            fake.tokens()
                    .application(
                            RegisteredApp.CLIENT_ID,
                            ApplicationCertificate.create().certificate())
                    .errorsRepeatCredentials();

            String output = output(fake, read());

            assertThat(output)
                    .contains(Refused.class.getSimpleName(), "[client assertion]")
                    .doesNotContain(key())
                    .doesNotContain(PASSWORD, ASSERTION);
        }

        private String output(FakePartnerCenter fake, ClientCertificate shown) throws InterruptedException {
            IdentityPlatform platform = IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL);
            AccessTokenSource source = AccessTokenSource.appOnly(platform, RegisteredApp.APP, shown);
            return LibraryOutput.of(source, platform, fake.baseUrl()) + shown + fake + fake.requests() + logged;
        }
    }
}
