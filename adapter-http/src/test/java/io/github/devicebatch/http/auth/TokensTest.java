package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.support.IssuedTokens;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final AccessToken FIRST = IssuedTokens.number(1);
    private static final AccessToken SECOND = IssuedTokens.number(2);
    private static final AccessToken THIRD = IssuedTokens.number(3);

    private final IssuedTokens source = new IssuedTokens();
    private final BearerTokens tokens = new BearerTokens(source);

    @Test
    void asksTheSourceEveryTime() throws InterruptedException {
        assertThat(tokens.current()).isEqualTo(FIRST);
        source.rejected(FIRST);
        assertThat(tokens.current()).isEqualTo(SECOND);
    }

    @Test
    void refreshesOnceForSixtyFourWhoHoldTheRefusedToken() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<AccessToken> refused = () -> tokens.insteadOf(FIRST);
            for (Future<AccessToken> another :
                    threads.invokeAll(Stream.generate(() -> refused).limit(64).toList())) {
                assertThat(another.get()).isEqualTo(SECOND);
            }
        }

        assertThat(source.rejected()).containsExactly(FIRST);
        assertThat(source.asked()).isEqualTo(1);
    }

    @Test
    void refreshesAgainWhenTheNewTokenIsRefusedToo() throws InterruptedException {
        assertThat(tokens.insteadOf(FIRST)).isEqualTo(SECOND);
        assertThat(tokens.insteadOf(SECOND)).isEqualTo(THIRD);

        assertThat(source.rejected()).containsExactly(FIRST, SECOND);
    }

    @Test
    void tellsOfNoTokenTwiceThoughASlowQuestionBringsAnOldOne() throws InterruptedException {
        tokens.insteadOf(FIRST);
        tokens.insteadOf(SECOND);

        assertThat(tokens.insteadOf(FIRST)).isEqualTo(THIRD);
        assertThat(tokens.insteadOf(SECOND)).isEqualTo(THIRD);
        assertThat(source.rejected()).containsExactly(FIRST, SECOND);
    }

    @Test
    void givesTheSameTokenIfTheSourceHasNoOther() throws InterruptedException {
        BearerTokens fixed = new BearerTokens(AccessTokenSource.fixed(FIRST));

        assertThat(fixed.insteadOf(FIRST)).isEqualTo(FIRST);
        assertThat(fixed.insteadOf(FIRST)).isEqualTo(FIRST);
    }

    @Test
    void tellsOfATokenOnceThoughTheSourceFailsToGiveAnother() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        BearerTokens failing = new BearerTokens(new AccessTokenSource() {
            @Override
            public AccessToken token() {
                if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("no token today");
                }
                return SECOND;
            }

            @Override
            public void rejected(AccessToken token) {
                told.incrementAndGet();
            }
        });

        assertThatThrownBy(() -> failing.insteadOf(FIRST)).hasMessage("no token today");
        assertThat(failing.insteadOf(FIRST)).isEqualTo(SECOND);
        assertThat(told).hasValue(1);
    }

    @Test
    void remembersAFewRefusedTokensOnly() throws InterruptedException {
        for (int number = 1; number <= 17; number++) {
            tokens.insteadOf(IssuedTokens.number(number));
        }
        tokens.insteadOf(FIRST);

        assertThat(source.rejected()).hasSize(18).endsWith(FIRST);
    }

    @Test
    void endsTheWaitForARefreshWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> tokens.insteadOf(FIRST)).isInstanceOf(InterruptedException.class);
        assertThat(source.rejected()).isEqualTo(List.of());
    }
}
