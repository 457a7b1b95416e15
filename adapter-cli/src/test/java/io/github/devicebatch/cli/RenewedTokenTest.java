package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenewedTokenTest {

    private final ManualTime time = ManualTime.start();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void keepsItsTokenUntilThatIsRefused() throws Exception {
        RenewedToken tokens = numbered();

        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("another"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token1"));
        tokens.rejected(AccessToken.of("token1"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token2"));
        assertThat(runs).hasValue(2);
    }

    @Test
    void leavesAPlaceAloneForHalfAMinuteWhoseSecondTokenIsRefusedToo() throws Exception {
        RenewedToken tokens = numbered();
        tokens.rejected(AccessToken.of("token1"));

        time.pause(Duration.ofMillis(29_999));
        tokens.rejected(AccessToken.of("token2"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token2"));

        time.pause(Duration.ofMillis(1));
        tokens.rejected(AccessToken.of("token2"));
        assertThat(tokens.token()).isEqualTo(AccessToken.of("token3"));
    }

    @Test
    void saysWhyThereIsNoNewOne() throws Exception {
        RenewedToken tokens = new RenewedToken(
                () -> {
                    if (runs.incrementAndGet() > 1) {
                        throw new Misuse(
                                Problem.of("the place gave no access token", "it burnt down", "build another"));
                    }
                    return AccessToken.of("token");
                },
                time);

        assertThatThrownBy(() -> tokens.rejected(AccessToken.of("token")))
                .isInstanceOfSatisfying(
                        AccessTokenRefusedException.class,
                        refused -> assertThat(refused.fault())
                                .isEqualTo(Fault.of("no_new_token", "the place gave no access token: it burnt down")));
    }

    @Test
    void saysAtOnceThatThereIsNone() {
        assertThatThrownBy(() -> new RenewedToken(
                        () -> {
                            throw new Misuse(Problem.of("no access token", "none was made"));
                        },
                        time))
                .isInstanceOf(Misuse.class);
    }

    @Test
    void keepsTheTokenToItself() throws Exception {
        assertThat(numbered()).hasToString("RenewedToken");
    }

    private RenewedToken numbered() throws InterruptedException {
        return new RenewedToken(() -> AccessToken.of("token" + runs.incrementAndGet()), time);
    }
}
