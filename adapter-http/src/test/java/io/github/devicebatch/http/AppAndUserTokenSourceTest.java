package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.credential.LockedTokenFile;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.AccessTokenKind;
import io.github.devicebatch.testkit.oauth.RefreshTokenRotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** App+User tokens from the fake identity platform, over a real socket. */
class AppAndUserTokenSourceTest {

    @TempDir
    private Path folder;

    private final RegisteredApp app = RegisteredApp.start();

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void exchangesTheRefreshTokenAndStoresTheNewOne() throws IOException, InterruptedException {
        RefreshTokenFile file = app.signedIn(folder);
        String old = RegisteredApp.stored(file);

        assertThat(FaultRow.summary(app.ask(app.appAndUser(file)))).isEqualTo("Found");
        assertThat(RegisteredApp.stored(file))
                .isNotEqualTo(old)
                .isEqualTo(app.tokens().refresh().current().getFirst() + "\n");
        assertThat(app.tokens().requests("refresh_token")).isEqualTo(1);
    }

    @Test
    void followsSeveralRotations() throws IOException, InterruptedException {
        RefreshTokenFile file = app.signedIn(folder);
        AccessTokenSource source = app.appAndUser(file);
        for (int query = 1; query <= 5; query++) {
            app.tokens().access().revokeAll();
            assertThat(FaultRow.summary(app.ask(source))).isEqualTo("Found");
            assertThat(app.tokens().requests("refresh_token")).isEqualTo(query);
        }
    }

    @Test
    void keepsTheFileIfTheResponseHasNoRefreshToken() throws IOException, InterruptedException {
        app.tokens().refresh().rotation(RefreshTokenRotation.NO_NEW_TOKEN);
        assertFileUnchanged(app.signedIn(folder));
    }

    @Test
    void keepsTheFileIfTheResponseHasTheSameRefreshToken() throws IOException, InterruptedException {
        RefreshTokenFile file = app.signedIn(folder);
        app.tokens()
                .replies(Reply.json(
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\""
                                + app.tokens().access().issue(AccessTokenKind.APP_USER)
                                + "\",\"refresh_token\":\""
                                + RegisteredApp.stored(file).strip() + "\"}"));
        assertFileUnchanged(file);
    }

    private void assertFileUnchanged(RefreshTokenFile file) throws IOException, InterruptedException {
        String old = RegisteredApp.stored(file);
        Object node = Files.getAttribute(file.path(), "unix:ino");

        assertThat(FaultRow.summary(app.ask(app.appAndUser(file)))).isEqualTo("Found");
        assertThat(RegisteredApp.stored(file)).isEqualTo(old);
        assertThat(Files.getAttribute(file.path(), "unix:ino")).isEqualTo(node);
    }

    @Test
    void sendsNothingIfTheNextTokenCouldNotBeStored() throws IOException, InterruptedException {
        RefreshTokenFile file = app.signedIn(folder);
        Files.createDirectories(file.path().resolveSibling("refresh-token.new").resolve("in the way"));

        assertThat(app.ask(app.appAndUser(file)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fault().description().orElseThrow())
                                .startsWith("the refresh token file: ")
                                .contains("refresh-token.new"));
        assertThat(app.fake.requests()).isEmpty();
    }

    @Test
    void leavesOnlyTheTokenAndAnEmptyLockFile() throws IOException, InterruptedException {
        RefreshTokenFile file = app.signedIn(folder);
        app.ask(app.appAndUser(file));

        try (Stream<Path> files = Files.list(file.path().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("refresh-token", "refresh-token.lock");
        }
        assertThat(file.path().resolveSibling("refresh-token.lock")).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void sendsTheSecretOfAConfidentialClient() throws IOException, InterruptedException {
        app.tokens().application(RegisteredApp.CLIENT_ID, RegisteredApp.SECRET);
        RefreshTokenFile file = app.signedIn(folder);

        assertThat(FaultRow.summary(app.ask(AccessTokenSource.appAndUser(
                        app.platform(), RegisteredApp.APP, ClientSecret.of(RegisteredApp.SECRET), file))))
                .isEqualTo("Found");
    }

    @Test
    void isRefusedWithTheFaultOfTheIdentityPlatformAfterRevocation() throws IOException, InterruptedException {
        RefreshTokenFile file = app.signedIn(folder);
        app.tokens().refresh().revokeAll();

        BatchStatusAnswer answer = app.ask(app.appAndUser(file));

        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.fault().code()).contains("invalid_grant");
            assertThat(refused.fault().description().orElseThrow())
                    .startsWith("AADSTS50173: The provided grant has expired due to it being revoked. Trace ID: ");
        });
        assertThat(answer.trace().attempts()).isZero();
    }

    @Test
    void reportsMissingMultiFactorAuthentication() throws IOException, InterruptedException {
        RefreshTokenFile file = RegisteredApp.store(
                folder,
                app.tokens().refresh().issue(RegisteredApp.CLIENT_ID, AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR));

        assertThat(app.ask(app.appAndUser(file)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fault().code()).contains("900421"));
        assertThat(app.tokens().requests("refresh_token")).as("one more").isEqualTo(2);
    }

    @Test
    void isRefusedByTheClientIfTheFileIsMissing() throws InterruptedException {
        RefreshTokenFile missing = RefreshTokenFile.at(folder.resolve("own/refresh-token"));

        assertThat(app.ask(app.appAndUser(missing)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.party()).isEqualTo(Party.CLIENT));
    }

    @Test
    void isUnavailableByTheClientIfTheFileIsLocked() throws IOException, InterruptedException {
        RefreshTokenFile file = app.signedIn(folder);
        try (LockedTokenFile locked = file.store().lock(app.time, app.time, Duration.ZERO);
                PartnerCenter opened = app.builder(app.appAndUser(file))
                        .retries(RetrySettings.NONE)
                        .build()) {
            assertThat(locked.read()).isNotNull();
            BatchStatusAnswer answer = opened.batchStatus().ask(Batches.REFERENCE);

            assertThat(answer)
                    .isEqualTo(new Unavailable(
                            UnavailabilityCause.TIMED_OUT,
                            Party.CLIENT,
                            "the refresh token file: " + file + ".lock: another process holds this lock for too long",
                            Optional.empty(),
                            answer.trace()));
        }
        assertThat(app.fake.requestCount()).isZero();
    }

    @Test
    void explainsThatTheFileIsMissing() throws InterruptedException {
        Path missing = folder.resolve("own").resolve("refresh-token");

        assertThat(app.ask(app.appAndUser(RefreshTokenFile.at(missing))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fault().description())
                                .contains("the refresh token file: " + missing
                                        + ": there is no such file; sign in to get a refresh token"));
        assertThat(app.fake.requests()).isEmpty();
    }
}
