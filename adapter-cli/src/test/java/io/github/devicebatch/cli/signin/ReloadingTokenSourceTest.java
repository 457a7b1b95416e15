package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReloadingTokenSourceTest {

    private final ManualTime time = ManualTime.start();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void returnsTheSameTokenUntilItIsRejected() throws Exception {
        ReloadingTokenSource tokens = numbered();

        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("another"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("token1"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token2"));
        assertThat(runs).hasValue(2);
    }

    @Test
    void doesNotReloadAgainFor30Seconds() throws Exception {
        ReloadingTokenSource tokens = numbered();
        tokens.rejected(AccessToken.of("token1"));

        time.pause(Duration.ofMillis(29_999));
        tokens.rejected(AccessToken.of("token2"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token2"));

        time.pause(Duration.ofMillis(1));
        tokens.rejected(AccessToken.of("token2"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token3"));
    }

    @Test
    void toStringHidesTheToken() throws Exception {
        assertThat(numbered()).hasToString("ReloadingTokenSource");
    }

    private ReloadingTokenSource numbered() throws InterruptedException {
        return new ReloadingTokenSource(() -> AccessToken.of("token" + runs.incrementAndGet()), time);
    }

    /** A loader without a token. */
    @Nested
    class NoNewToken {

        @Test
        void reportsWhyThereIsNoNewToken() throws Exception {
            ReloadingTokenSource tokens = new ReloadingTokenSource(
                    () -> {
                        if (runs.incrementAndGet() > 1) {
                            throw new UsageException(
                                    Problem.of("no access token", "the file is empty", "write a token"));
                        }
                        return AccessToken.of("token");
                    },
                    time);

            assertThatThrownBy(() -> tokens.rejected(AccessToken.of("token")))
                    .isInstanceOfSatisfying(
                            AccessTokenRefusedException.class,
                            refused -> assertThat(refused.fault())
                                    .isEqualTo(Fault.of("no_new_token", "no access token: the file is empty")));
        }

        @Test
        void theConstructorReportsAMissingToken() {
            assertThatThrownBy(() -> new ReloadingTokenSource(
                            () -> {
                                throw new UsageException(Problem.of("no access token", "write a token"));
                            },
                            time))
                    .isInstanceOf(UsageException.class);
        }
    }
}
