package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks for a token, and who has which, when many need one at once. */
@Timeout(60)
class CachedTokensTest {

    private final Issuer issuer = new Issuer();
    private final CachingTokenSupplier tokens = issuer.tokens;

    @Test
    void keepsATokenUntilFiveMinutesBeforeItsEnd() throws InterruptedException {
        assertThat(tokens.get()).isEqualTo(Issuer.number(1));
        issuer.time.advance(Duration.ofMinutes(55).minusMillis(1));
        assertThat(tokens.get()).isEqualTo(Issuer.number(1));
        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(Issuer.number(2));
    }

    @Test
    void keepsATokenOfAShortLifeForHalfOfIt() throws InterruptedException {
        issuer.issuingFor(Duration.ofSeconds(10));
        assertThat(tokens.get()).isEqualTo(Issuer.number(1));
        issuer.time.advance(Duration.ofMillis(4_999));
        assertThat(tokens.get()).isEqualTo(Issuer.number(1));
        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(Issuer.number(2));
    }

    @Test
    void asksOnceForSixtyFourThatHaveNoToken() throws InterruptedException, ExecutionException {
        issuer.slow();
        List<TokenTaker> takers = takers(64);
        issuer.awaitRequest();
        issuer.let(1);
        for (TokenTaker taker : takers) {
            assertThat(taker.token()).isEqualTo(Issuer.number(1));
        }
        assertThat(issuer.asked()).isEqualTo(1);
    }

    @Test
    void letsTheOthersUseTheOldTokenWhileOneAsks() throws InterruptedException, ExecutionException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.slow();
        issuer.awaitRequest();
        TokenTaker one = TokenTaker.of(tokens);
        issuer.awaitRequest();

        for (TokenTaker other : takers(63)) {
            assertThat(other.token()).isEqualTo(Issuer.number(1));
        }
        issuer.let(1);
        assertThat(one.token()).isEqualTo(Issuer.number(2));
        assertThat(tokens.get()).isEqualTo(Issuer.number(2));
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void asksAgainAfterItsTokenWasRejected() throws InterruptedException {
        Secret first = tokens.get();
        tokens.rejected(first);
        assertThat(tokens.get()).isEqualTo(Issuer.number(2));
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
        TokenTaker one = TokenTaker.of(tokens);
        issuer.awaitRequest();
        TokenTaker other = TokenTaker.of(tokens).whenItWaits();

        assertThat(one.interrupt().failure()).isInstanceOf(InterruptedException.class);
        issuer.awaitRequest();
        issuer.let(1);
        assertThat(other.token()).isEqualTo(Issuer.number(2));
    }

    @Test
    void letsOneThatWaitsBeInterruptedWithoutTheOthersNoticing() throws InterruptedException, ExecutionException {
        issuer.slow();
        TokenTaker one = TokenTaker.of(tokens);
        issuer.awaitRequest();
        TokenTaker other = TokenTaker.of(tokens).whenItWaits();

        assertThat(other.interrupt().failure()).isInstanceOf(InterruptedException.class);
        issuer.let(1);
        assertThat(one.token()).isEqualTo(Issuer.number(1));
    }

    @Test
    void waitsNoLongerThanTheQuestionMayTake() throws InterruptedException, ExecutionException {
        issuer.slow();
        TokenTaker one = TokenTaker.of(tokens);
        issuer.awaitRequest();
        QueryContext brief = new QueryContext(
                UUID.randomUUID(), UUID.randomUUID(), issuer.time.instant(), Duration.ofMillis(20), issuer.time);

        assertThat(TokenTaker.of(tokens, brief).failure())
                .hasMessage("no access token at the moment: DEADLINE, no access token came within the time that"
                        + " was left for the query");
        issuer.let(1);
        assertThat(one.token()).isEqualTo(Issuer.number(1));
    }

    private List<TokenTaker> takers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> TokenTaker.of(tokens))
                .toList();
    }
}
