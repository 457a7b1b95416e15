package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.support.Issuer;
import io.github.devicebatch.http.support.TokenTaker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those are told who wait for the request of another when that fails. */
@Timeout(60)
class CachedTokensSharedFailureTest {

    private static final Fault FAULT = Fault.of("invalid_client", "the secret is wrong");
    private static final AccessTokenException REFUSED = new AccessTokenRefusedException(FAULT);

    private final Issuer issuer = new Issuer();
    private final CachingTokenSupplier tokens = issuer.tokens;

    private static AccessTokenException unavailable(UnavailabilityCause cause) {
        return new AccessTokenUnavailableException(cause, "it is down", Optional.empty());
    }

    @Test
    void tellsAllWhoWaitTheSameAndAsksOnce() throws InterruptedException {
        issuer.slow().failing(REFUSED);
        TokenTaker one = TokenTaker.of(tokens);
        issuer.awaitRequest();
        List<TokenTaker> others = IntStream.range(0, 63)
                .mapToObj(number -> TokenTaker.of(tokens).whenItWaits())
                .toList();
        issuer.let(64);

        assertThat(one.failure()).isSameAs(REFUSED);
        for (TokenTaker other : others) {
            assertThat(other.failure())
                    .isInstanceOfSatisfying(
                            AccessTokenRefusedException.class,
                            refused -> assertThat(refused.fault()).isEqualTo(FAULT));
        }
        assertThat(issuer.asked()).isEqualTo(1);
    }

    @Test
    void letsAnotherAskWhenTheQuestionOfTheOneThatAsksRunsOutOfTime() throws InterruptedException, ExecutionException {
        issuer.slow().failing(unavailable(UnavailabilityCause.DEADLINE));
        TokenTaker one = TokenTaker.of(tokens);
        issuer.awaitRequest();
        TokenTaker other = TokenTaker.of(tokens).whenItWaits();
        issuer.let(2);

        assertThat(one.failure()).isInstanceOf(AccessTokenUnavailableException.class);
        assertThat(other.token()).isEqualTo(Issuer.number(2));
    }
}
