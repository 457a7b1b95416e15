package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.support.NumberedTokenSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BearerTokensTest {

    private static final Secret FIRST = Secret.accessToken("token-1");
    private static final Secret SECOND = Secret.accessToken("token-2");
    private static final Secret THIRD = Secret.accessToken("token-3");

    private final NumberedTokenSource source = new NumberedTokenSource();
    private final BearerTokens tokens = new BearerTokens(Decorators.supplier(source));

    @Test
    void callsTheSourceEveryTime() throws InterruptedException {
        assertThat(tokens.current()).isEqualTo(FIRST);
        source.rejected(NumberedTokenSource.token(1));
        assertThat(tokens.current()).isEqualTo(SECOND);
    }

    @Test
    void refreshesOnceForManyThreadsWithTheRejectedToken() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Secret> refused = () -> tokens.replace(FIRST);
            for (Future<Secret> another :
                    threads.invokeAll(Stream.generate(() -> refused).limit(64).toList())) {
                assertThat(another.get()).isEqualTo(SECOND);
            }
        }

        assertThat(source.rejected()).containsExactly(NumberedTokenSource.token(1));
        assertThat(source.calls()).isEqualTo(1);
    }

    @Test
    void refreshesAgainIfTheNewTokenIsRejectedToo() throws InterruptedException {
        assertThat(tokens.replace(FIRST)).isEqualTo(SECOND);
        assertThat(tokens.replace(SECOND)).isEqualTo(THIRD);

        assertThat(source.rejected()).containsExactly(NumberedTokenSource.token(1), NumberedTokenSource.token(2));
    }

    @Test
    void reportsARejectedTokenOnceToTheSource() throws InterruptedException {
        tokens.replace(FIRST);
        tokens.replace(SECOND);

        assertThat(tokens.replace(FIRST)).isEqualTo(THIRD);
        assertThat(tokens.replace(SECOND)).isEqualTo(THIRD);
        assertThat(source.rejected()).containsExactly(NumberedTokenSource.token(1), NumberedTokenSource.token(2));
    }

    @Test
    void returnsTheSameTokenIfTheSourceHasNoOther() throws InterruptedException {
        BearerTokens fixed =
                new BearerTokens(Decorators.supplier(AccessTokenSource.fixed(NumberedTokenSource.token(1))));

        assertThat(fixed.replace(FIRST)).isEqualTo(FIRST);
        assertThat(fixed.replace(FIRST)).isEqualTo(FIRST);
    }

    @Test
    void reportsARejectedTokenOnceIfTheSourceFails() throws InterruptedException {
        AtomicInteger rejections = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        BearerTokens failing = new BearerTokens(new TokenSupplier() {
            @Override
            public Secret get() {
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("no token today");
                }
                return SECOND;
            }

            @Override
            public void rejected(Secret token) {
                rejections.incrementAndGet();
            }
        });

        assertThatThrownBy(() -> failing.replace(FIRST)).hasMessage("no token today");
        assertThat(failing.replace(FIRST)).isEqualTo(SECOND);
        assertThat(rejections).hasValue(1);
    }

    @Test
    void remembersTheLatestRejectedTokensOnly() throws InterruptedException {
        for (int number = 1; number <= 17; number++) {
            tokens.replace(Secret.accessToken("token-" + number));
        }
        tokens.replace(FIRST);

        assertThat(source.rejected()).hasSize(18).endsWith(NumberedTokenSource.token(1));
    }

    @Test
    void interruptionEndsTheWaitForARefresh() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> tokens.replace(FIRST)).isInstanceOf(InterruptedException.class);
        assertThat(source.rejected()).isEqualTo(List.of());
    }
}
