package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.context.SendGuard;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedSendingTest {

    private static final Duration HOLD = Duration.ofSeconds(5);

    private final ManualTime time = ManualTime.start();
    private final RateLimiter limiter = Decorators.limiter(RateLimitSettings.DEFAULT, time);
    private final RetryBudget budget = new RetryBudget(0.2, 1);
    private final List<Duration> sent = new ArrayList<>();

    @Test
    void aRequestIsNotDelayedIfNothingIsHeldBack() throws InterruptedException {
        send(guard(time));

        assertThat(sent).containsExactly(Duration.ZERO);
    }

    @Test
    void aRequestTakesNoPermitIfNothingIsHeldBack() throws InterruptedException {
        SendGuard guard = guard(time);
        for (int request = 0; request < 100; request++) {
            send(guard);
        }

        assertThat(sent).containsOnly(Duration.ZERO);
    }

    @Test
    void requestsAreHeldBackUntilTheTimeOfTheService() {
        SendGuard guard = guard(time);
        assertThat(guard.isHeldBack()).isFalse();
        limiter.blockFor(HOLD, Party.PARTNER_CENTER);
        assertThat(guard.isHeldBack()).isTrue();
        time.advance(HOLD);

        assertThat(guard.isHeldBack()).isFalse();
    }

    @Test
    void aRequestIsHeldBackAgainIfTheServiceThrottlesAgain() throws InterruptedException {
        limiter.blockFor(HOLD, Party.PARTNER_CENTER);
        send(guard(duration -> {
            time.pause(duration);
            if (time.pauses().size() == 1) {
                limiter.blockFor(HOLD, Party.PARTNER_CENTER);
            }
        }));

        assertThat(sent).containsExactly(HOLD.multipliedBy(2));
    }

    @Test
    void requestsThatWereHeldBackTogetherAreSentAtTheRateLimit() throws InterruptedException {
        limiter.blockFor(HOLD, Party.PARTNER_CENTER);
        int[] waiting = {1};
        SendGuard[] guard = new SendGuard[1];
        guard[0] = guard(duration -> {
            if (duration.equals(HOLD) && waiting[0] < 3) {
                waiting[0]++;
                send(guard[0]);
            } else {
                time.pause(duration);
            }
        });
        send(guard[0]);

        assertThat(sent).containsExactly(HOLD, HOLD.plusMillis(200), HOLD.plusMillis(400));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRepeatedRequestCostsARetryIfItFails(boolean failed) throws InterruptedException {
        SendGuard guard = guard(time);
        assertThat(guard.reserveRetry(Duration.ZERO)).isTrue();
        assertThat(guard.reserveRetry(Duration.ZERO))
                .as("more than the budget has")
                .isFalse();
        guard.settleRetry(failed);

        assertThat(budget.tryWithdraw()).isEqualTo(!failed);
    }

    @Test
    void aRepeatedRequestNeedsAPermit() throws InterruptedException {
        SendGuard guard = guard(time);
        for (int permit = 0; permit < 11; permit++) {
            assertThat(guard.awaitPermit()).isEmpty();
        }

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void aRequestIsNotSentIfItsPermitIsAfterTheDeadline() throws InterruptedException {
        limiter.blockFor(HOLD, Party.PARTNER_CENTER);
        QueryContext query = new QueryContext.Factory(time, UUID::randomUUID, HOLD).create();
        Optional<QueryContext> outer = query.begin();
        try {
            assertThat(guard(time).awaitPermit()).isPresent();
            assertThat(guard(time).awaitRelease()).isPresent();
        } finally {
            query.end(outer);
        }
    }

    private SendGuard guard(Pause pause) {
        return new LimitedSending(limiter, budget, time, pause);
    }

    private void send(SendGuard guard) throws InterruptedException {
        assertThat(guard.awaitRelease()).isEmpty();
        sent.add(Duration.between(ManualTime.DEFAULT_START, time.instant()));
    }
}
