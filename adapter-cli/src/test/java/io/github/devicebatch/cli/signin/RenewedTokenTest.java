package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenewedTokenTest {

    private final ManualTime time = ManualTime.start();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void keepsItsTokenUntilThatIsRefused() throws Exception {
        ReloadingTokenSource tokens = numbered();

        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("another"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("token1"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token2"));
        assertThat(runs).hasValue(2);
    }

    @Test
    void leavesAPlaceAloneForHalfAMinuteWhoseSecondTokenIsRefusedToo() throws Exception {
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
    void keepsTheTokenToItself() throws Exception {
        assertThat(numbered()).hasToString("ReloadingTokenSource");
    }

    private ReloadingTokenSource numbered() throws InterruptedException {
        return new ReloadingTokenSource(() -> AccessToken.of("token" + runs.incrementAndGet()), time);
    }
}
