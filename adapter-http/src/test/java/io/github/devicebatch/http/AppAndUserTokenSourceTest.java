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

/** The app asks on behalf of a user who signed in once, over a real socket. */
class AppAndUserTokenSourceTest {

    @TempDir
    private Path folder;

    private final RegisteredApp partner = RegisteredApp.start();

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void exchangesTheRefreshTokenAndKeepsTheNewOne() throws IOException, InterruptedException {
        RefreshTokenFile file = partner.signedIn(folder);
        String old = RegisteredApp.stored(file);

        assertThat(FaultRow.inWords(partner.ask(partner.appAndUser(file)))).isEqualTo("Found");
        assertThat(RegisteredApp.stored(file))
                .isNotEqualTo(old)
                .isEqualTo(partner.tokens().refresh().current().getFirst() + "\n");
        assertThat(partner.tokens().requests("refresh_token")).isEqualTo(1);
    }

    @Test
    void goesOnFromOneRotationToTheNext() throws IOException, InterruptedException {
        RefreshTokenFile file = partner.signedIn(folder);
        AccessTokenSource source = partner.appAndUser(file);
        for (int question = 1; question <= 5; question++) {
            partner.tokens().access().revokeAll();
            assertThat(FaultRow.inWords(partner.ask(source))).isEqualTo("Found");
            assertThat(partner.tokens().requests("refresh_token")).isEqualTo(question);
        }
    }

    @Test
    void leavesTheFileAloneIfNoNewTokenComes() throws IOException, InterruptedException {
        partner.tokens().refresh().rotation(RefreshTokenRotation.NO_NEW_TOKEN);
        leavesTheFileAlone(partner.signedIn(folder));
    }

    @Test
    void leavesTheFileAloneIfTheSameTokenComes() throws IOException, InterruptedException {
        RefreshTokenFile file = partner.signedIn(folder);
        partner.tokens()
                .replies(Reply.json(
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\""
                                + partner.tokens().access().issue(AccessTokenKind.APP_USER)
                                + "\",\"refresh_token\":\""
                                + RegisteredApp.stored(file).strip() + "\"}"));
        leavesTheFileAlone(file);
    }

    private void leavesTheFileAlone(RefreshTokenFile file) throws IOException, InterruptedException {
        String old = RegisteredApp.stored(file);
        Object node = Files.getAttribute(file.path(), "unix:ino");

        assertThat(FaultRow.inWords(partner.ask(partner.appAndUser(file)))).isEqualTo("Found");
        assertThat(RegisteredApp.stored(file)).isEqualTo(old);
        assertThat(Files.getAttribute(file.path(), "unix:ino")).isEqualTo(node);
    }

    @Test
    void asksForNothingWhereTheNextTokenCouldNotBeStored() throws IOException, InterruptedException {
        RefreshTokenFile file = partner.signedIn(folder);
        Files.createDirectories(file.path().resolveSibling("refresh-token.new").resolve("in the way"));

        assertThat(partner.ask(partner.appAndUser(file)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fault().description().orElseThrow())
                                .startsWith("the refresh token file: ")
                                .contains("refresh-token.new"));
        assertThat(partner.fake.requests()).isEmpty();
    }

    @Test
    void leavesNothingButTheTokenAndAnEmptyLock() throws IOException, InterruptedException {
        RefreshTokenFile file = partner.signedIn(folder);
        partner.ask(partner.appAndUser(file));

        try (Stream<Path> files = Files.list(file.path().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("refresh-token", "refresh-token.lock");
        }
        assertThat(file.path().resolveSibling("refresh-token.lock")).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void showsTheSecretOfAConfidentialClient() throws IOException, InterruptedException {
        partner.tokens().application(RegisteredApp.CLIENT_ID, RegisteredApp.SECRET);
        RefreshTokenFile file = partner.signedIn(folder);

        assertThat(FaultRow.inWords(partner.ask(AccessTokenSource.appAndUser(
                        partner.platform(), RegisteredApp.APP, ClientSecret.of(RegisteredApp.SECRET), file))))
                .isEqualTo("Found");
    }

    @Test
    void isRefusedWithTheIdentityPlatformsWordsWhenTheUsersConsentIsGone() throws IOException, InterruptedException {
        RefreshTokenFile file = partner.signedIn(folder);
        partner.tokens().refresh().revokeAll();

        BatchStatusAnswer answer = partner.ask(partner.appAndUser(file));

        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.fault().code()).contains("invalid_grant");
            assertThat(refused.fault().description().orElseThrow())
                    .startsWith("AADSTS50173: The provided grant has expired due to it being revoked. Trace ID: ");
        });
        assertThat(answer.trace().attempts()).isZero();
    }

    @Test
    void tellsThatMultiFactorSignInIsMissing() throws IOException, InterruptedException {
        RefreshTokenFile file = RegisteredApp.store(
                folder,
                partner.tokens()
                        .refresh()
                        .issue(RegisteredApp.CLIENT_ID, AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR));

        assertThat(partner.ask(partner.appAndUser(file)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fault().code()).contains("900421"));
        assertThat(partner.tokens().requests("refresh_token")).as("one more").isEqualTo(2);
    }

    @Test
    void isRefusedByTheClientWhenThereIsNoFile() throws InterruptedException {
        RefreshTokenFile missing = RefreshTokenFile.at(folder.resolve("own/refresh-token"));

        assertThat(partner.ask(partner.appAndUser(missing)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.party()).isEqualTo(Party.CLIENT));
    }

    @Test
    void isUnavailableByTheClientWhileTheFileIsLocked() throws IOException, InterruptedException {
        RefreshTokenFile file = partner.signedIn(folder);
        try (LockedTokenFile locked = file.store().lock(partner.time, partner.time, Duration.ZERO);
                PartnerCenter asked = partner.asking(partner.appAndUser(file))
                        .retries(RetrySettings.NONE)
                        .build()) {
            assertThat(locked.read()).isNotNull();
            BatchStatusAnswer answer = asked.batchStatus().ask(Batches.REFERENCE);

            assertThat(answer)
                    .isEqualTo(new Unavailable(
                            UnavailabilityCause.TIMED_OUT,
                            Party.CLIENT,
                            "the refresh token file: " + file + ".lock: another process holds this lock for too long",
                            Optional.empty(),
                            answer.trace()));
        }
        assertThat(partner.fake.requestCount()).isZero();
    }

    @Test
    void isRefusedWithWordsWhenThereIsNoFile() throws InterruptedException {
        Path missing = folder.resolve("own").resolve("refresh-token");

        assertThat(partner.ask(partner.appAndUser(RefreshTokenFile.at(missing))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fault().description())
                                .contains("the refresh token file: " + missing
                                        + ": there is no such file; sign in to get a refresh token"));
        assertThat(partner.fake.requests()).isEmpty();
    }
}
