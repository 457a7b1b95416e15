package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReloadingTokenSourceTest {

    private final ManualTime time = ManualTime.start();
    private final AtomicInteger runs = new AtomicInteger(1);

    @Test
    void returnsTheSameTokenUntilItIsRejected() throws Exception {
        AccessTokenSource tokens = numbered();

        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("another"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("token1"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token2"));
        assertThat(runs).hasValue(2);
    }

    @Test
    void doesNotReloadAgainFor30Seconds() throws Exception {
        AccessTokenSource tokens = numbered();
        tokens.rejected(AccessToken.of("token1"));

        time.pause(Duration.ofMillis(29_999));
        tokens.rejected(AccessToken.of("token2"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token2"));

        time.pause(Duration.ofMillis(1));
        tokens.rejected(AccessToken.of("token2"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token3"));
    }

    @Test
    void toStringHidesTheToken() {
        assertThat(numbered()).hasToString("ReloadingTokenSource");
    }

    private AccessTokenSource numbered() {
        return reloading(() -> AccessToken.of("token" + runs.incrementAndGet()));
    }

    private AccessTokenSource reloading(AccessTokenSource source) {
        return AccessTokenSource.reloading(AccessToken.of("token1"), source, time);
    }

    /** A source without another token. */
    @Nested
    class NoNewToken {

        private final Fault fault = Fault.of("no_new_token", "the file is empty");
        private final AccessTokenSource tokens = reloading(() -> {
            runs.incrementAndGet();
            throw new AccessTokenRefusedException(fault);
        });

        @Test
        void reportsWhyThereIsNoNewTokenAgainWithoutAnotherTry() {
            for (int query = 1; query <= 2; query++) {
                assertThatThrownBy(() -> tokens.rejected(AccessToken.of("token1")))
                        .isInstanceOfSatisfying(
                                AccessTokenRefusedException.class,
                                refused -> assertThat(refused.fault()).isEqualTo(fault));
            }
            assertThat(runs).hasValue(2);
        }

        @Test
        void triesAgainAfter30Seconds() throws Exception {
            assertThatThrownBy(() -> tokens.rejected(AccessToken.of("token1")))
                    .isInstanceOf(AccessTokenRefusedException.class);
            time.pause(Duration.ofSeconds(30));

            assertThatThrownBy(() -> tokens.rejected(AccessToken.of("token1")))
                    .isInstanceOf(AccessTokenRefusedException.class);
            assertThat(runs).hasValue(3);
        }
    }
}
