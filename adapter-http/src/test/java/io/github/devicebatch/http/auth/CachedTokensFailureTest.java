package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.support.Issuer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of all who need a token when there is none to be had. */
@Timeout(60)
class CachedTokensFailureTest {

    private static final Fault FAULT = Fault.of("invalid_client", "the secret is wrong");
    private static final AccessTokenException REFUSED = new AccessTokenRefusedException(FAULT);

    private final Issuer issuer = new Issuer();
    private final CachingTokenSupplier tokens = issuer.tokens;

    private static AccessTokenException unavailable(UnavailabilityCause cause) {
        return new AccessTokenUnavailableException(cause, "it is down", Optional.empty());
    }

    private static AccessTokenException throttled(Duration retryAfter) {
        return new AccessTokenUnavailableException(UnavailabilityCause.THROTTLED, "too many", Optional.of(retryAfter));
    }

    @Test
    void keepsTheOldTokenWhileItIsGood() throws InterruptedException {
        tokens.token();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(unavailable(UnavailabilityCause.FAILING));

        assertThat(tokens.token()).isEqualTo(Issuer.number(1));
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void asksAgainAfterHalfAMinuteWhileTheOldTokenIsGood() throws InterruptedException {
        tokens.token();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(unavailable(UnavailabilityCause.FAILING));
        tokens.token();

        issuer.time.advance(Duration.ofMillis(29_999));
        assertThat(tokens.token()).isEqualTo(Issuer.number(1));
        assertThat(issuer.asked()).isEqualTo(2);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.token()).isEqualTo(Issuer.number(3));
    }

    @Test
    void failsOnceTheOldTokenHasEnded() throws InterruptedException {
        tokens.token();
        issuer.time.advance(Duration.ofHours(1));
        issuer.failing(REFUSED);

        assertThatThrownBy(tokens::token).isSameAs(REFUSED);
    }

    @Test
    void asksAgainWhenTheNextAttemptOfAQuestionMay() throws InterruptedException {
        issuer.failing(unavailable(UnavailabilityCause.UNREACHABLE));
        assertThatThrownBy(tokens::token).isInstanceOf(AccessTokenUnavailableException.class);

        issuer.time.advance(Duration.ofMillis(399));
        assertThatThrownBy(tokens::token).hasMessage("no access token is to be had now: UNREACHABLE, it is down");
        assertThat(issuer.asked()).isEqualTo(1);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.token()).isEqualTo(Issuer.number(2));
    }

    @Test
    void asksAgainHalfAMinuteAfterARefusal() throws InterruptedException {
        issuer.failing(REFUSED);
        assertThatThrownBy(tokens::token).isSameAs(REFUSED);

        issuer.time.advance(Duration.ofMillis(29_999));
        assertThatThrownBy(tokens::token).isInstanceOf(AccessTokenRefusedException.class);
        assertThat(issuer.asked()).isEqualTo(1);

        issuer.time.advance(Duration.ofMillis(1));
        assertThat(tokens.token()).isEqualTo(Issuer.number(2));
    }

    @Test
    void leavesTheIssuerAloneForAsLongAsItSaysAndTellsHowLongThatStillIs() throws InterruptedException {
        issuer.failing(throttled(Duration.ofSeconds(57)));
        assertThatThrownBy(tokens::token).isInstanceOf(AccessTokenUnavailableException.class);

        issuer.time.advance(Duration.ofSeconds(50));
        assertThat(catchThrowableOfType(AccessTokenUnavailableException.class, tokens::token)
                        .retryAfter())
                .contains(Duration.ofSeconds(7));
        assertThat(issuer.asked()).isEqualTo(1);

        issuer.time.advance(Duration.ofSeconds(7));
        assertThat(tokens.token()).isEqualTo(Issuer.number(2));
    }

    @Test
    void leavesTheIssuerAloneAlsoWhileTheOldTokenIsGood() throws InterruptedException {
        tokens.token();
        issuer.time.advance(Duration.ofMinutes(56));
        issuer.failing(throttled(Duration.ofMinutes(2)));
        tokens.token();

        issuer.time.advance(Duration.ofSeconds(119));
        assertThat(tokens.token()).isEqualTo(Issuer.number(1));
        assertThat(issuer.asked()).isEqualTo(2);
        issuer.time.advance(Duration.ofSeconds(1));
        assertThat(tokens.token()).isEqualTo(Issuer.number(3));
    }

    @Test
    void isNotWedgedByABug() throws InterruptedException {
        issuer.failing(new IllegalStateException("a bug"));

        assertThatThrownBy(tokens::token).hasMessage("a bug");
        assertThat(tokens.token()).isEqualTo(Issuer.number(2));
    }
}
