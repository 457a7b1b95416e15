package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.credential.LockedTokenFile;
import io.github.devicebatch.http.credential.RefreshTokenStore;
import io.github.devicebatch.http.support.BackgroundQuery;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Interruption of a query that waits for a token, in real time. It ends the query and leaves no connection
 * open.
 */
@Timeout(60)
@ExtendWith(FakePartnerCenterExtension.class)
record TokenRequestInterruptionTest(
        FakePartnerCenter fake, @TempDir Path folder) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long TIMEOUT_SECONDS = 2;
    private static final HttpReply GOOD =
            Reply.json(200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"made-up\"}");

    private IdentityPlatform platform() {
        return IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL).exchangeTimeout(Duration.ofMinutes(1));
    }

    private PartnerCenter open(AccessTokenSource source) {
        return OneAttempt.at(fake.baseUrl()).tokens(source).build();
    }

    private AccessTokenSource appOnly() {
        fake.tokens().application(RegisteredApp.CLIENT_ID, RegisteredApp.SECRET);
        return AccessTokenSource.appOnly(platform(), RegisteredApp.APP, ClientSecret.of(RegisteredApp.SECRET));
    }

    private void assertNextQueryAnswered(PartnerCenter partnerCenter) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                .isEqualTo("Found");
    }

    static Stream<Reply> incompleteReplies() {
        return Stream.of(
                Reply.silence(),
                GOOD.stallingAtByte(40),
                GOOD.stallingAfter(30),
                GOOD.dripping(1, Duration.ofMillis(20)));
    }

    @ParameterizedTest
    @MethodSource("incompleteReplies")
    void endsATokenRequest(Reply reply) throws InterruptedException {
        fake.tokens().replies(reply);
        try (PartnerCenter partnerCenter = open(appOnly())) {
            BackgroundQuery asker = BackgroundQuery.of(partnerCenter);
            assertThat(fake.awaitRequests(1, TIMEOUT)).isTrue();
            asker.awaitWaiting().assertInterruptible();

            assertThat(fake.connections().awaitOpen(0, TIMEOUT)).isTrue();
            assertNextQueryAnswered(partnerCenter);
        }
    }

    @Test
    void endsTheWaitForTheTokenRequestOfAnotherQuery() throws InterruptedException {
        fake.tokens().replies(Reply.silence());
        try (PartnerCenter partnerCenter = open(appOnly())) {
            BackgroundQuery first = BackgroundQuery.of(partnerCenter);
            assertThat(fake.awaitRequests(1, TIMEOUT)).isTrue();
            BackgroundQuery.of(partnerCenter).awaitWaiting().assertInterruptible();

            first.awaitWaiting().assertInterruptible();
            assertNextQueryAnswered(partnerCenter);
        }
    }

    @Test
    void endsTheWaitForTheLockOfTheRefreshToken() throws IOException, InterruptedException {
        fake.tokens().publicClient(RegisteredApp.CLIENT_ID);
        RefreshTokenFile file =
                RegisteredApp.store(folder, fake.tokens().refresh().issue(RegisteredApp.CLIENT_ID));
        AccessTokenSource source = AccessTokenSource.appAndUser(platform(), RegisteredApp.APP, file);
        try (PartnerCenter partnerCenter = open(source)) {
            try (LockedTokenFile locked =
                    new RefreshTokenStore(file.path()).lock(InstantSource.system(), Thread::sleep, TIMEOUT)) {
                assertThat(locked.read()).isNotNull();
                BackgroundQuery.of(partnerCenter).awaitWaiting().assertInterruptible();
            }
            assertThat(fake.requestCount()).isZero();
            assertNextQueryAnswered(partnerCenter);
        }
    }

    @Test
    void endsADeviceCodeSignIn() throws InterruptedException {
        fake.tokens().publicClient(RegisteredApp.CLIENT_ID);
        RefreshTokenFile file = RefreshTokenFile.at(folder.resolve("own/refresh-token"));
        var prompted = new CountDownLatch(1);
        var signIn = new FutureTask<Void>(() -> {
            DeviceCodeSignIn.of(platform(), RegisteredApp.APP).signIn(prompt -> prompted.countDown(), file);
            return null;
        });
        Thread thread = Thread.ofPlatform().daemon().start(signIn);
        prompted.await();
        thread.interrupt();

        assertThatThrownBy(() -> signIn.get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(file.path()).doesNotExist();
        assertThat(fake.requestCount()).isEqualTo(1);
    }

    @Test
    void tokenRequestEndsAtTheDeadlineOfTheQuery() throws InterruptedException {
        fake.tokens().replies(Reply.silence());
        try (PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl())
                .tokens(appOnly())
                .retries(RetrySettings.NONE.withQuestionTimeout(Duration.ofMillis(300)))
                .build()) {
            assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                    .startsWith("DEADLINE: IDENTITY_PLATFORM: no whole answer within the ");
        }
    }
}
