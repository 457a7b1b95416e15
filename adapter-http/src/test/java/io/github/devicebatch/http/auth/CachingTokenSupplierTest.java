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

/** Who asks for a token, and who has which, when many need one at once. */
@Timeout(60)
class CachingTokenSupplierTest {

    private final ScriptedTokenRequest issuer = new ScriptedTokenRequest();
    private final CachingTokenSupplier tokens = issuer.tokens;

    @Test
    void keepsATokenUntilFiveMinutesBeforeItsEnd() throws InterruptedException {
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(1));
        issuer.time.advance(Duration.ofMinutes(55).minusMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(1));
        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    @Test
    void keepsATokenOfAShortLifeForHalfOfIt() throws InterruptedException {
        issuer.issuingFor(Duration.ofSeconds(10));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(1));
        issuer.time.advance(Duration.ofMillis(4_999));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(1));
        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    @Test
    void asksOnceForSixtyFourThatHaveNoToken() throws InterruptedException, ExecutionException {
        issuer.slow();
        List<BackgroundTokenRequest> takers = takers(64);
        issuer.awaitRequest();
        issuer.let(1);
        for (BackgroundTokenRequest taker : takers) {
            assertThat(taker.token()).isEqualTo(ScriptedTokenRequest.number(1));
        }
        assertThat(issuer.asked()).isEqualTo(1);
    }

    @Test
    void letsTheOthersUseTheOldTokenWhileOneAsks() throws InterruptedException, ExecutionException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.slow();
        issuer.awaitRequest();
        BackgroundTokenRequest one = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();

        for (BackgroundTokenRequest other : takers(63)) {
            assertThat(other.token()).isEqualTo(ScriptedTokenRequest.number(1));
        }
        issuer.let(1);
        assertThat(one.token()).isEqualTo(ScriptedTokenRequest.number(2));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void asksAgainAfterItsTokenWasRejected() throws InterruptedException {
        Secret first = tokens.get();
        tokens.rejected(first);
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    @Test
    void doesNotAskAgainWhenAnOlderTokenWasRejected() throws InterruptedException {
        Secret first = tokens.get();
        tokens.rejected(first);
        Secret second = tokens.get();

        tokens.rejected(first);
        tokens.rejected(first);
        assertThat(tokens.get()).isSameAs(second);
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void letsAnotherAskWhenTheOneThatAsksIsInterrupted() throws InterruptedException, ExecutionException {
        issuer.slow();
        BackgroundTokenRequest one = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();
        BackgroundTokenRequest other = BackgroundTokenRequest.of(tokens).whenItWaits();

        assertThat(one.interrupt().failure()).isInstanceOf(InterruptedException.class);
        issuer.awaitRequest();
        issuer.let(1);
        assertThat(other.token()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    @Test
    void letsOneThatWaitsBeInterruptedWithoutTheOthersNoticing() throws InterruptedException, ExecutionException {
        issuer.slow();
        BackgroundTokenRequest one = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();
        BackgroundTokenRequest other = BackgroundTokenRequest.of(tokens).whenItWaits();

        assertThat(other.interrupt().failure()).isInstanceOf(InterruptedException.class);
        issuer.let(1);
        assertThat(one.token()).isEqualTo(ScriptedTokenRequest.number(1));
    }

    @Test
    void waitsNoLongerThanTheQuestionMayTake() throws InterruptedException, ExecutionException {
        issuer.slow();
        BackgroundTokenRequest one = BackgroundTokenRequest.of(tokens);
        issuer.awaitRequest();
        QueryContext brief = new QueryContext(
                UUID.randomUUID(), UUID.randomUUID(), issuer.time.instant(), Duration.ofMillis(20), issuer.time);

        assertThat(BackgroundTokenRequest.of(tokens, brief).failure())
                .hasMessage("no access token at the moment: DEADLINE, no access token came within the time that"
                        + " was left for the query");
        issuer.let(1);
        assertThat(one.token()).isEqualTo(ScriptedTokenRequest.number(1));
    }

    private List<BackgroundTokenRequest> takers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> BackgroundTokenRequest.of(tokens))
                .toList();
    }

    /** Sixty-four threads ask at once, over real sockets. */
    @Nested
    @Timeout(60)
    class UnderLoad {

        private static final int MANY = 64;

        @TempDir
        private Path folder;

        private static void askAtOnce(PartnerCenter partnerCenter) throws InterruptedException, ExecutionException {
            CyclicBarrier barrier = new CyclicBarrier(MANY);
            List<Future<String>> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
                for (int thread = 0; thread < MANY; thread++) {
                    answers.add(threads.submit(() -> {
                        barrier.await();
                        return FaultRow.inWords(partnerCenter.batchStatus().ask(Batches.REFERENCE));
                    }));
                }
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("Found");
            }
        }

        @Test
        void makeOneRequestForATokenWhenItsTimeIsOver() throws InterruptedException, ExecutionException {
            try (RegisteredApp partner = RegisteredApp.start();
                    PartnerCenter partnerCenter = partner.asking(partner.appOnly())
                            .rateLimit(RateLimitSettings.NONE)
                            .build()) {
                for (int hour = 1; hour <= 3; hour++) {
                    askAtOnce(partnerCenter);
                    assertThat(partner.tokens().requests("client_credentials")).isEqualTo(hour);
                    partner.time.advance(Duration.ofHours(1));
                }
            }
        }

        @Test
        void makeOneRequestForATokenWhenTheOldOneIsRevoked()
                throws IOException, InterruptedException, ExecutionException {
            try (RegisteredApp partner = RegisteredApp.start();
                    PartnerCenter partnerCenter = partner.asking(partner.appAndUser(partner.signedIn(folder)))
                            .rateLimit(RateLimitSettings.NONE)
                            .build()) {
                for (int time = 1; time <= 3; time++) {
                    askAtOnce(partnerCenter);
                    assertThat(partner.tokens().requests("refresh_token")).isEqualTo(time);
                    partner.tokens().access().revokeAll();
                }
            }
        }
    }
}
