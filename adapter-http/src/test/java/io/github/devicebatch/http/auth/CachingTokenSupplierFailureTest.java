package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.BackgroundTokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of all who need a token when there is none to be had. */
@Timeout(60)
class CachingTokenSupplierFailureTest {

    private static final Fault FAULT = Fault.of("invalid_client", "the secret is wrong");
    private static final TokenException REFUSED = TokenException.refused(Party.IDENTITY_PLATFORM, FAULT);

    private final ScriptedTokenRequest issuer = new ScriptedTokenRequest();
    private final CachingTokenSupplier tokens = issuer.tokens;

    private static TokenException unavailable(UnavailabilityCause cause) {
        return TokenException.unavailable(cause, Party.IDENTITY_PLATFORM, "it is down");
    }

    private static TokenException throttled(Duration retryAfter) {
        return new TokenException(new TokenException.Failure.Unavailable(
                UnavailabilityCause.THROTTLED, Party.IDENTITY_PLATFORM, "too many", Optional.of(retryAfter)));
    }

    @Test
    void keepsTheOldTokenWhileItIsGood() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(unavailable(UnavailabilityCause.FAILING));

        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(1));
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void asksAgainAfterHalfAMinuteWhileTheOldTokenIsGood() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(unavailable(UnavailabilityCause.FAILING));
        tokens.get();

        issuer.time.advance(Duration.ofMillis(29_999));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(1));
        assertThat(issuer.asked()).isEqualTo(2);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(3));
    }

    @Test
    void failsOnceTheOldTokenHasEnded() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofHours(1));
        issuer.failing(REFUSED);

        assertThatThrownBy(tokens::get).isSameAs(REFUSED);
    }

    @Test
    void asksAgainWhenTheNextAttemptOfAQuestionMay() throws InterruptedException {
        issuer.failing(unavailable(UnavailabilityCause.UNREACHABLE));
        assertThatThrownBy(tokens::get)
                .isInstanceOfSatisfying(
                        TokenException.class,
                        none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Unavailable.class));

        issuer.time.advance(Duration.ofMillis(399));
        assertThatThrownBy(tokens::get).hasMessage("no access token at the moment: UNREACHABLE, it is down");
        assertThat(issuer.asked()).isEqualTo(1);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    @Test
    void asksAgainHalfAMinuteAfterARefusal() throws InterruptedException {
        issuer.failing(REFUSED);
        assertThatThrownBy(tokens::get).isSameAs(REFUSED);

        issuer.time.advance(Duration.ofMillis(29_999));
        assertThatThrownBy(tokens::get)
                .isInstanceOfSatisfying(
                        TokenException.class,
                        none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Refused.class));
        assertThat(issuer.asked()).isEqualTo(1);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    @Test
    void leavesTheIssuerAloneForAsLongAsItSaysAndTellsHowLongThatStillIs() throws InterruptedException {
        issuer.failing(throttled(Duration.ofSeconds(57)));
        assertThatThrownBy(tokens::get)
                .isInstanceOfSatisfying(
                        TokenException.class,
                        none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Unavailable.class));

        issuer.time.advance(Duration.ofSeconds(50));
        assertThat(catchThrowableOfType(TokenException.class, tokens::get).failure())
                .isEqualTo(new TokenException.Failure.Unavailable(
                        UnavailabilityCause.THROTTLED,
                        Party.IDENTITY_PLATFORM,
                        "too many",
                        Optional.of(Duration.ofSeconds(7))));
        assertThat(issuer.asked()).isEqualTo(1);

        issuer.time.advance(Duration.ofSeconds(7));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    @Test
    void leavesTheIssuerAloneAlsoWhileTheOldTokenIsGood() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(throttled(Duration.ofMinutes(2)));
        tokens.get();

        issuer.time.advance(Duration.ofSeconds(119));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(1));
        assertThat(issuer.asked()).isEqualTo(2);
        issuer.time.advance(Duration.ofSeconds(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(3));
    }

    @Test
    void isNotWedgedByABug() throws InterruptedException {
        issuer.failing(new IllegalStateException("a bug"));

        assertThatThrownBy(tokens::get).hasMessage("a bug");
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.number(2));
    }

    /** What those are told who wait for the request of another when that fails. */
    @Nested
    @Timeout(60)
    class SharedFailures {

        private static final Fault FAULT = Fault.of("invalid_client", "the secret is wrong");
        private static final TokenException REFUSED = TokenException.refused(Party.IDENTITY_PLATFORM, FAULT);

        private final ScriptedTokenRequest issuer = new ScriptedTokenRequest();
        private final CachingTokenSupplier tokens = issuer.tokens;

        private static TokenException unavailable(UnavailabilityCause cause) {
            return TokenException.unavailable(cause, Party.IDENTITY_PLATFORM, "it is down");
        }

        @Test
        void tellsAllWhoWaitTheSameAndAsksOnce() throws InterruptedException {
            issuer.slow().failing(REFUSED);
            BackgroundTokenRequest one = BackgroundTokenRequest.of(tokens);
            issuer.awaitRequest();
            List<BackgroundTokenRequest> others = IntStream.range(0, 63)
                    .mapToObj(number -> BackgroundTokenRequest.of(tokens).whenItWaits())
                    .toList();
            issuer.let(64);

            assertThat(one.failure()).isSameAs(REFUSED);
            for (BackgroundTokenRequest other : others) {
                assertThat(other.failure())
                        .isInstanceOfSatisfying(
                                TokenException.class,
                                refused -> assertThat(refused.failure())
                                        .isEqualTo(new TokenException.Failure.Refused(Party.IDENTITY_PLATFORM, FAULT)));
            }
            assertThat(issuer.asked()).isEqualTo(1);
        }

        @Test
        void letsAnotherAskWhenTheQuestionOfTheOneThatAsksRunsOutOfTime()
                throws InterruptedException, ExecutionException {
            issuer.slow().failing(unavailable(UnavailabilityCause.DEADLINE));
            BackgroundTokenRequest one = BackgroundTokenRequest.of(tokens);
            issuer.awaitRequest();
            BackgroundTokenRequest other = BackgroundTokenRequest.of(tokens).whenItWaits();
            issuer.let(2);

            assertThat(one.failure())
                    .isInstanceOfSatisfying(
                            TokenException.class,
                            none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Unavailable.class));
            assertThat(other.token()).isEqualTo(ScriptedTokenRequest.number(2));
        }
    }
}
