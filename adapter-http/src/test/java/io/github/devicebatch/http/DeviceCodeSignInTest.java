package io.github.devicebatch.http;

import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.APPROVED;
import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.DECLINED;
import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.PENDING;
import static io.github.devicebatch.testkit.oauth.DeviceCodePoll.SLOW_DOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Device code sign-in at the fake identity platform, over a real socket. */
class DeviceCodeSignInTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    @TempDir
    private Path folder;

    private final RegisteredApp app = RegisteredApp.start();
    private final List<DeviceCodePrompt> prompts = new ArrayList<>();
    private RefreshTokenFile file;

    @BeforeEach
    void register() {
        app.tokens().publicClient(RegisteredApp.CLIENT_ID);
        file = RefreshTokenFile.at(folder.resolve("made/as/needed/refresh-token"));
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void signIn() throws IOException, InterruptedException {
        DeviceCodeSignIn.of(app.platform(), RegisteredApp.APP).signIn(prompts::add, file);
    }

    private static List<Duration> pauses(int... seconds) {
        return IntStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    @Test
    void promptsTheUserAndStoresTheRefreshToken() throws IOException, InterruptedException {
        app.tokens().deviceCodes().polls(PENDING, PENDING, APPROVED);

        signIn();

        assertThat(prompts)
                .containsExactly(new DeviceCodePrompt(
                        app.tokens().deviceCodes().latestUserCode().orElseThrow(),
                        URI.create("https://microsoft.com/devicelogin"),
                        ManualTime.DEFAULT_START.plus(Duration.ofMinutes(15))));
        assertThat(app.time.pauses()).isEqualTo(pauses(5, 5, 5));
        assertThat(app.tokens().requests(GRANT)).isEqualTo(3);
        assertThat(FaultRow.summary(app.ask(app.appAndUser(file)))).isEqualTo("Found");
    }

    @Test
    void replacesTheTokenOfAnEarlierSignIn() throws IOException, InterruptedException {
        file = app.signedIn(folder);
        app.tokens().refresh().revokeAll();

        signIn();

        assertThat(FaultRow.summary(app.ask(app.appAndUser(file)))).isEqualTo("Found");
    }

    @Test
    void pollsMoreSlowlyAfterSlowDown() throws IOException, InterruptedException {
        app.tokens().deviceCodes().polls(PENDING, SLOW_DOWN, PENDING, SLOW_DOWN, APPROVED);

        signIn();

        assertThat(app.time.pauses()).isEqualTo(pauses(5, 5, 10, 10, 15));
    }

    @Test
    void continuesAfterTemporaryFailures() throws IOException, InterruptedException {
        app.tokens()
                .replies(
                        Reply.reset(),
                        Reply.empty(503),
                        Reply.empty(429).retryAfter(Duration.ofSeconds(57)),
                        Reply.json(400, "{\"error\":\"authorization_pending\"}"));

        signIn();

        assertThat(app.time.pauses()).isEqualTo(pauses(5, 10, 15, 57, 20));
        assertThat(Files.exists(file.path())).isTrue();
    }

    @Test
    void readsResponsesThatMsal4jRejects() throws IOException, InterruptedException {
        String code = "{\"device_code\":\"made-up\",\"user_code\":\"A1\",\"verification_uri\":\"https://a.example\","
                + "\"expires_in\":\"900\",\"interval\":\"7\",\"message\":{}}";
        app.tokens().deviceCodeReplies(Reply.json(200, code));
        app.tokens()
                .replies(Reply.json(
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":\"3599\",\"access_token\":\"made-up\","
                                + "\"refresh_token\":\"made-up-too\",\"id_token\":[]}"));

        signIn();

        assertThat(app.time.pauses()).isEqualTo(pauses(7));
        assertThat(RegisteredApp.stored(file)).isEqualTo("made-up-too\n");
    }

    @Test
    void endsIfTheUserDeclines() {
        app.tokens().deviceCodes().polls(PENDING, DECLINED);

        assertThat(catchThrowableOfType(AccessTokenRefusedException.class, this::signIn)
                        .fault()
                        .code())
                .contains("authorization_declined");
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void endsWhenTheCodeExpires() {
        app.tokens().deviceCodes().polls(PENDING).lifetime(Duration.ofSeconds(60));

        assertThat(catchThrowableOfType(AccessTokenRefusedException.class, this::signIn)
                        .fault())
                .isEqualTo(
                        Fault.of("expired_token", "the user did not sign in before the code expired; sign in again"));
        assertThat(app.time.instant())
                .isBefore(ManualTime.DEFAULT_START.plus(Duration.ofSeconds(60)))
                .isAfter(ManualTime.DEFAULT_START.plus(Duration.ofSeconds(50)));
    }

    @Test
    void reportsTheLastFailureIfTheCodeExpires() {
        app.tokens().deviceCodes().lifetime(Duration.ofSeconds(20));
        app.tokens().replies(Reply.empty(503), Reply.empty(503));

        assertThat(catchThrowableOfType(AccessTokenUnavailableException.class, this::signIn)
                        .cause())
                .isEqualTo(UnavailabilityCause.FAILING);
    }

    @Test
    void failsAtOnceWithoutADeviceCode() {
        app.tokens().deviceCodeReplies(Reply.tokenFault(400, "unauthorized_client", "AADSTS700016: unknown"));

        assertThatThrownBy(this::signIn).hasMessage("no access token: unauthorized_client: AADSTS700016: unknown");
        assertThat(prompts).isEmpty();
    }

    @Test
    void reportsAMissingRefreshToken() {
        app.tokens()
                .replies(Reply.json(
                        200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"made-up\"}"));

        assertThatThrownBy(this::signIn)
                .isInstanceOf(AccessTokenRefusedException.class)
                .hasMessageEndingWith("the user has signed in, but the identity platform issued no refresh token");
    }

    @Test
    void checksTheFileBeforeTheFirstRequest() throws IOException {
        Files.createDirectories(folder.resolve("made/as"));
        Files.createFile(folder.resolve("made/as/needed"));

        assertThatThrownBy(this::signIn).isInstanceOf(IOException.class).hasMessageContaining("needed");
        assertThat(app.fake.requests()).isEmpty();
    }

    @Test
    void propagatesAnExceptionOfThePrompt() {
        assertThatThrownBy(() -> DeviceCodeSignIn.of(app.platform(), RegisteredApp.APP)
                        .signIn(
                                prompt -> {
                                    throw new IllegalStateException("no screen");
                                },
                                file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no screen");
    }
}
