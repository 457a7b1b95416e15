package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.support.BackgroundTokenRequest;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Token requests and cached tokens, with one and many threads. */
@Timeout(60)
class CachingTokenSupplierTest {

    private final ScriptedTokenRequest issuer = new ScriptedTokenRequest();
    private final CachingTokenSupplier tokens = issuer.tokens;

    @Test
    void cachesATokenUntilFiveMinutesBeforeItExpires() throws InterruptedException {
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(1));
        issuer.time.advance(Duration.ofMinutes(55).minusMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(1));
        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    @Test
    void cachesAShortLivedTokenForHalfOfItsLifetime() throws InterruptedException {
        issuer.issuingFor(Duration.ofSeconds(10));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(1));
        issuer.time.advance(Duration.ofMillis(4_999));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(1));
        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    @Test
    void sendsOneRequestForManyThreads() throws InterruptedException, ExecutionException {
        issuer.blocking();
        List<BackgroundTokenRequest> requests = requests(64);
        issuer.awaitRequest();
        issuer.release(1);
        for (BackgroundTokenRequest request : requests) {
            assertThat(request.token()).isEqualTo(ScriptedTokenRequest.token(1));
        }
        assertThat(issuer.requests()).isEqualTo(1);
    }

    @Test
    void otherThreadsUseTheOldTokenDuringARefresh() throws InterruptedException, ExecutionException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.blocking();
        issuer.awaitRequest();
        BackgroundTokenRequest sender = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();

        for (BackgroundTokenRequest waiting : requests(63)) {
            assertThat(waiting.token()).isEqualTo(ScriptedTokenRequest.token(1));
        }
        issuer.release(1);
        assertThat(sender.token()).isEqualTo(ScriptedTokenRequest.token(2));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
        assertThat(issuer.requests()).isEqualTo(2);
    }

    @Test
    void sendsARequestAfterTheTokenWasRejected() throws InterruptedException {
        Secret first = tokens.get();
        tokens.rejected(first);
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    @Test
    void ignoresTheRejectionOfAnOlderToken() throws InterruptedException {
        Secret first = tokens.get();
        tokens.rejected(first);
        Secret second = tokens.get();

        tokens.rejected(first);
        tokens.rejected(first);
        assertThat(tokens.get()).isSameAs(second);
        assertThat(issuer.requests()).isEqualTo(2);
    }

    @Test
    void anotherThreadSendsTheRequestAfterAnInterruption() throws InterruptedException, ExecutionException {
        issuer.blocking();
        BackgroundTokenRequest sender = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();
        BackgroundTokenRequest waiting = BackgroundTokenRequest.of(tokens).awaitWaiting();

        assertThat(sender.interrupt().failure()).isInstanceOf(InterruptedException.class);
        issuer.awaitRequest();
        issuer.release(1);
        assertThat(waiting.token()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    @Test
    void interruptionOfAWaitingThreadDoesNotAffectOthers() throws InterruptedException, ExecutionException {
        issuer.blocking();
        BackgroundTokenRequest sender = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();
        BackgroundTokenRequest waiting = BackgroundTokenRequest.of(tokens).awaitWaiting();

        assertThat(waiting.interrupt().failure()).isInstanceOf(InterruptedException.class);
        issuer.release(1);
        assertThat(sender.token()).isEqualTo(ScriptedTokenRequest.token(1));
    }

    @Test
    void waitEndsAtTheDeadlineOfTheQuery() throws InterruptedException, ExecutionException {
        issuer.blocking();
        BackgroundTokenRequest sender = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();
        QueryContext shortQuery = new QueryContext(
                UUID.randomUUID(), UUID.randomUUID(), issuer.time.instant(), Duration.ofMillis(20), issuer.time);

        assertThat(BackgroundTokenRequest.of(tokens, shortQuery).failure())
                .hasMessage("no access token at the moment: DEADLINE, no access token came within the time that"
                        + " was left for the query");
        issuer.release(1);
        assertThat(sender.token()).isEqualTo(ScriptedTokenRequest.token(1));
    }

    private List<BackgroundTokenRequest> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> BackgroundTokenRequest.of(tokens))
                .toList();
    }

    /** Sixty-four concurrent queries, over real sockets. */
    @Nested
    @Timeout(60)
    class UnderLoad {

        private static final int THREADS = 64;

        @TempDir
        private Path folder;

        private static void askConcurrently(PartnerCenter partnerCenter)
                throws InterruptedException, ExecutionException {
            CyclicBarrier barrier = new CyclicBarrier(THREADS);
            List<Future<String>> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                for (int thread = 0; thread < THREADS; thread++) {
                    answers.add(threads.submit(() -> {
                        barrier.await();
                        return FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE));
                    }));
                }
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("Found");
            }
        }

        @Test
        void sendsOneTokenRequestAfterExpiration() throws InterruptedException, ExecutionException {
            try (RegisteredApp app = RegisteredApp.start();
                    PartnerCenter partnerCenter = app.builder(app.appOnly())
                            .rateLimit(RateLimitSettings.NONE)
                            .build()) {
                for (int hour = 1; hour <= 3; hour++) {
                    askConcurrently(partnerCenter);
                    assertThat(app.tokens().requests("client_credentials")).isEqualTo(hour);
                    app.time.advance(Duration.ofHours(1));
                }
            }
        }

        @Test
        void sendsOneTokenRequestAfterRevocation() throws IOException, InterruptedException, ExecutionException {
            try (RegisteredApp app = RegisteredApp.start();
                    PartnerCenter partnerCenter = app.builder(app.appAndUser(app.signedIn(folder)))
                            .rateLimit(RateLimitSettings.NONE)
                            .build()) {
                for (int time = 1; time <= 3; time++) {
                    askConcurrently(partnerCenter);
                    assertThat(app.tokens().requests("refresh_token")).isEqualTo(time);
                    app.tokens().access().revokeAll();
                }
            }
        }
    }
}
