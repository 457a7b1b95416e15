package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.testkit.ManualTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is said where no token comes. */
class NoRenewedTokenTest {

    private final ManualTime time = ManualTime.start();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void saysWhyThereIsNoNewOne() throws Exception {
        ReloadingTokenSource tokens = new ReloadingTokenSource(
                () -> {
                    if (runs.incrementAndGet() > 1) {
                        throw new UsageException(
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
        assertThatThrownBy(() -> new ReloadingTokenSource(
                        () -> {
                            throw new UsageException(Problem.of("no access token", "none was made"));
                        },
                        time))
                .isInstanceOf(UsageException.class);
    }
}
