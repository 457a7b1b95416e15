package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.Canaries;
import io.github.devicebatch.http.support.CanarySongs;
import io.github.devicebatch.http.support.EverythingLogged;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.http.support.Site;
import io.github.devicebatch.http.support.TokenFaultRow;
import io.github.devicebatch.http.support.TokenFaultTable;
import io.github.devicebatch.http.support.Told;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gives an app canaries for credentials, lets the identity platform say them back, and looks for them everywhere. */
class CredentialCanaryTest {

    private static final List<String> FORMS = Stream.of(
                    Canaries.CLIENT_SECRET,
                    Canaries.REFRESH_TOKEN,
                    Canaries.NEW_REFRESH_TOKEN,
                    Canaries.ACCESS_TOKEN,
                    Canaries.DEVICE_CODE)
            .map(Canaries::formsOf)
            .flatMap(List::stream)
            .toList();
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    private final EverythingLogged logged = new EverythingLogged();

    @BeforeEach
    void listen() {
        logged.listen();
    }

    @AfterEach
    void stopListening() {
        logged.stopListening();
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.CanarySongs#repliesThatSingOfTheClientSecret")
    void areNowhereToBeFoundWhenTheAppAsksForItself(Reply reply) throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            fake.tokens().replies(reply, reply);
            IdentityPlatform platform = IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL);

            String told = Told.by(appOnly(platform), platform, fake.baseUrl());

            assertThat(told + fake + fake.requests() + fake.tokens() + logged).doesNotContain(FORMS);
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.CanarySongs#repliesThatSingOfTheClientSecretAndTheRefreshToken")
    void areNowhereToBeFoundWhenTheAppAsksForAUser(Reply reply) throws IOException, InterruptedException {
        RefreshTokenFile file = Partner.store(folder, Canaries.REFRESH_TOKEN);
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            fake.tokens().replies(reply, reply);
            IdentityPlatform platform = IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL);

            String told = Told.by(appAndUser(platform, file), platform, fake.baseUrl());

            assertThat(told + fake + fake.requests() + fake.tokens() + logged).doesNotContain(FORMS);
        }
        assertThat(Partner.stored(file)).isIn(Canaries.REFRESH_TOKEN + "\n", Canaries.NEW_REFRESH_TOKEN + "\n");
        assertThat(everythingStoredBesides(file)).doesNotContain(FORMS);
    }

    /** All rows at once, because many of them take their time. */
    @Test
    void areNowhereToBeFoundInAnyRowOfTheFaultTable() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = TokenFaultTable.rows()
                    .map(row -> Map.entry(row, many.submit(() -> everythingToldIn(row))))
                    .toList();
            for (Map.Entry<TokenFaultRow, Future<String>> row : told) {
                assertThat(row.getValue().get()).as(row.getKey().name()).doesNotContain(FORMS);
            }
        }
        assertThat(logged.toString()).contains("com.microsoft.aad.msal4j").doesNotContain(FORMS);
    }

    @Test
    void areNowhereToBeFoundWhenAUserSignsIn() throws IOException, InterruptedException {
        RefreshTokenFile file = RefreshTokenFile.at(folder.resolve("own/refresh-token"));
        var time = ManualTime.start();
        var told = new StringBuilder();
        try (FakePartnerCenter fake = FakePartnerCenter.start(time)) {
            fake.tokens().deviceCodeReplies(Reply.json(200, """
                    {"device_code":"%s","user_code":"FJC3","verification_uri":"https://microsoft.com/devicelogin",
                     "expires_in":900,"interval":5,"message":"%1$s"}""".formatted(Canaries.DEVICE_CODE)));
            fake.tokens()
                    .replies(
                            Reply.tokenFault(400, "authorization_pending", Canaries.DEVICE_CODE),
                            Reply.json(200, CanarySongs.ISSUED));
            DeviceCodeSignIn.of(
                            IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL)
                                    .time(time, time),
                            Partner.APP)
                    .signIn(told::append, file);
            told.append(fake).append(fake.requests());
        }
        assertThat(told.append(logged).toString()).contains("FJC3").doesNotContain(FORMS);
        assertThat(Partner.stored(file)).isEqualTo(Canaries.NEW_REFRESH_TOKEN + "\n");
        assertThat(everythingStoredBesides(file)).doesNotContain(FORMS);
    }

    private static AccessTokenSource appOnly(IdentityPlatform platform) {
        return AccessTokenSource.appOnly(platform, Partner.APP, ClientSecret.of(Canaries.CLIENT_SECRET));
    }

    private static AccessTokenSource appAndUser(IdentityPlatform platform, RefreshTokenFile file) {
        return AccessTokenSource.appAndUser(platform, Partner.APP, ClientSecret.of(Canaries.CLIENT_SECRET), file);
    }

    private String everythingToldIn(TokenFaultRow row) throws IOException, InterruptedException {
        var time = ManualTime.start();
        Path own = Files.createTempDirectory(folder, "row");
        try (Site site = row.site().get()) {
            IdentityPlatform platform = IdentityPlatform.at(site.url(), PartnerCenterCloud.GLOBAL)
                    .httpClient(site.client())
                    .exchangeTimeout(row.patience())
                    .time(time, time);
            RefreshTokenFile file = Partner.store(own, Canaries.REFRESH_TOKEN);
            return Told.by(appOnly(platform), platform, NOBODY)
                    + Told.by(appAndUser(platform, file), platform, NOBODY)
                    + site.fake().map(fake -> fake + " " + fake.requests());
        }
    }

    private String everythingStoredBesides(RefreshTokenFile file) throws IOException {
        var content = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path other : files.filter(Files::isRegularFile).toList()) {
                content.append(other.equals(file.path()) ? "" : other + Files.readString(other));
            }
        }
        return content.toString();
    }
}
