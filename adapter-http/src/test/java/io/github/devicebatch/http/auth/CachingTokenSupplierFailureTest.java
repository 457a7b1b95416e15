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

/** Token requests that fail. */
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
    void usesTheOldTokenWhileItIsValid() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(unavailable(UnavailabilityCause.FAILING));

        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(1));
        assertThat(issuer.requests()).isEqualTo(2);
    }

    @Test
    void retriesAfterThirtySecondsWhileTheOldTokenIsValid() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(unavailable(UnavailabilityCause.FAILING));
        tokens.get();

        issuer.time.advance(Duration.ofMillis(29_999));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(1));
        assertThat(issuer.requests()).isEqualTo(2);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(3));
    }

    @Test
    void failsAfterTheOldTokenExpired() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofHours(1));
        issuer.failing(REFUSED);

        assertThatThrownBy(tokens::get).isSameAs(REFUSED);
    }

    @Test
    void retriesAfterTheShortestBackoff() throws InterruptedException {
        issuer.failing(unavailable(UnavailabilityCause.UNREACHABLE));
        assertThatThrownBy(tokens::get)
                .isInstanceOfSatisfying(
                        TokenException.class,
                        none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Unavailable.class));

        issuer.time.advance(Duration.ofMillis(399));
        assertThatThrownBy(tokens::get).hasMessage("no access token at the moment: UNREACHABLE, it is down");
        assertThat(issuer.requests()).isEqualTo(1);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    @Test
    void retriesThirtySecondsAfterARefusal() throws InterruptedException {
        issuer.failing(REFUSED);
        assertThatThrownBy(tokens::get).isSameAs(REFUSED);

        issuer.time.advance(Duration.ofMillis(29_999));
        assertThatThrownBy(tokens::get)
                .isInstanceOfSatisfying(
                        TokenException.class,
                        none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Refused.class));
        assertThat(issuer.requests()).isEqualTo(1);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    @Test
    void sendsNothingWhileThrottledAndReportsTheTimeLeft() throws InterruptedException {
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
        assertThat(issuer.requests()).isEqualTo(1);

        issuer.time.advance(Duration.ofSeconds(7));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    @Test
    void sendsNothingWhileThrottledAndTheOldTokenIsValid() throws InterruptedException {
        tokens.get();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(throttled(Duration.ofMinutes(2)));
        tokens.get();

        issuer.time.advance(Duration.ofSeconds(119));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(1));
        assertThat(issuer.requests()).isEqualTo(2);
        issuer.time.advance(Duration.ofSeconds(1));
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(3));
    }

    @Test
    void sendsARequestAfterAnUnexpectedException() throws InterruptedException {
        issuer.failing(new IllegalStateException("a bug"));

        assertThatThrownBy(tokens::get).hasMessage("a bug");
        assertThat(tokens.get()).isEqualTo(ScriptedTokenRequest.token(2));
    }

    /** Failures that are reported to several threads. */
    @Nested
    @Timeout(60)
    class SharedFailures {

        @Test
        void oneFailureIsReportedToAllWaitingThreads() throws InterruptedException {
            issuer.blocking().failing(REFUSED);
            BackgroundTokenRequest sender = BackgroundTokenRequest.of(tokens);
            issuer.awaitRequest();
            List<BackgroundTokenRequest> allWaiting = IntStream.range(0, 63)
                    .mapToObj(number -> BackgroundTokenRequest.of(tokens).awaitWaiting())
                    .toList();
            issuer.release(64);

            assertThat(sender.failure()).isSameAs(REFUSED);
            for (BackgroundTokenRequest waiting : allWaiting) {
                assertThat(waiting.failure())
                        .isInstanceOfSatisfying(
                                TokenException.class,
                                refused -> assertThat(refused.failure())
                                        .isEqualTo(new TokenException.Failure.Refused(Party.IDENTITY_PLATFORM, FAULT)));
            }
            assertThat(issuer.requests()).isEqualTo(1);
        }

        @Test
        void anotherThreadSendsTheRequestAfterADeadline() throws InterruptedException, ExecutionException {
            issuer.blocking().failing(unavailable(UnavailabilityCause.DEADLINE));
            BackgroundTokenRequest sender = BackgroundTokenRequest.of(tokens);
            issuer.awaitRequest();
            BackgroundTokenRequest waiting = BackgroundTokenRequest.of(tokens).awaitWaiting();
            issuer.release(2);

            assertThat(sender.failure())
                    .isInstanceOfSatisfying(
                            TokenException.class,
                            none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Unavailable.class));
            assertThat(waiting.token()).isEqualTo(ScriptedTokenRequest.token(2));
        }
    }
}
