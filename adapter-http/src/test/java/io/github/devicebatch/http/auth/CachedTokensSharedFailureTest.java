package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those are told who wait for the request of another when that fails. */
@Timeout(60)
class CachedTokensSharedFailureTest {

    private static final Fault FAULT = Fault.of("invalid_client", "the secret is wrong");
    private static final TokenException REFUSED = TokenException.refused(Party.IDENTITY_PLATFORM, FAULT);

    private final Issuer issuer = new Issuer();
    private final CachingTokenSupplier tokens = issuer.tokens;

    private static TokenException unavailable(UnavailabilityCause cause) {
        return TokenException.unavailable(cause, Party.IDENTITY_PLATFORM, "it is down");
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
                            TokenException.class,
                            refused -> assertThat(refused.failure())
                                    .isEqualTo(new TokenException.Failure.Refused(Party.IDENTITY_PLATFORM, FAULT)));
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

        assertThat(one.failure())
                .isInstanceOfSatisfying(
                        TokenException.class,
                        none -> assertThat(none.failure()).isInstanceOf(TokenException.Failure.Unavailable.class));
        assertThat(other.token()).isEqualTo(Issuer.number(2));
    }
}
