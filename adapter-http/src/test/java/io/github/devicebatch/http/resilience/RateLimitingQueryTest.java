package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.support.ScriptedQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateLimitingQueryTest {

    private static final BatchStatusAnswer FOUND = Answers.found(Batches.finished());

    private final ManualTime time = ManualTime.start();
    private final RateLimiter pacer = Decorators.limiter(RateLimitSettings.DEFAULT, time);

    @Test
    void sendsTenAtOnceAndFiveASecond() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(time, FOUND);
        ask(13, limiting(course));

        assertThat(course.asked().subList(0, 10)).containsOnly(Duration.ZERO);
        assertThat(course.asked().subList(10, 13))
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(600));
    }

    @Test
    void keepsEverybodyAwayWhenOneIsThrottledAndThenGoesOneByOne() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(time, Answers.throttled(Duration.ofSeconds(57)), FOUND);
        ask(4, limiting(course));

        assertThat(course.asked())
                .containsExactly(
                        Duration.ZERO, Duration.ofSeconds(57), Duration.ofMillis(57_200), Duration.ofMillis(57_400));
    }

    @Test
    void goesOnWhenItIsThrottledWithoutATime() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(time, Answers.unavailable(UnavailabilityCause.THROTTLED), FOUND);
        ask(2, limiting(course));

        assertThat(course.asked()).containsOnly(Duration.ZERO);
    }

    @Test
    void keepsNobodyAwayBecauseTheServiceFails() throws InterruptedException {
        var failing = new Unavailable(
                UnavailabilityCause.FAILING, "HTTP 503", Optional.of(Duration.ofSeconds(57)), Answers.TRACE);
        ScriptedQuery course = new ScriptedQuery(time, failing, FOUND);
        ask(2, limiting(course));

        assertThat(course.asked()).containsOnly(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"IDENTITY_PLATFORM", "CLIENT"})
    void blocksNothingIfAnotherPartyThrottles(Party party) throws InterruptedException {
        var throttled = new Unavailable(
                UnavailabilityCause.THROTTLED, party, "too many", Optional.of(Duration.ofHours(1)), Answers.TRACE);
        ScriptedQuery course = new ScriptedQuery(time, throttled, FOUND);
        ask(2, limiting(course));

        assertThat(course.asked()).containsOnly(Duration.ZERO);
    }

    @Test
    void keepsAwayThoseWhoAlreadyWaitForTheirTurn() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(time, FOUND);
        ask(10, limiting(course));
        Pause throttledMeanwhile = duration -> {
            if (duration.equals(Duration.ofMillis(200))) {
                pacer.blockFor(Duration.ofSeconds(57));
            }
            time.pause(duration);
        };
        ask(1, new RateLimitingQuery(course::ask, pacer, time, throttledMeanwhile));

        assertThat(course.asked().getLast()).isEqualTo(Duration.ofSeconds(57));
    }

    @Test
    void sendsNothingIfItsTurnWouldComeAfterTheDeadline() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(time, FOUND);
        ask(14, limiting(course));
        long turnsTaken = course.asked().size();

        assertThat(askWithin(Duration.ofMillis(200), limiting(course)))
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.DEADLINE,
                        Party.CLIENT,
                        "the rate limit allows no request within the time left; nothing was sent",
                        Optional.empty(),
                        Trace.NOTHING_SENT));
        assertThat(course.asked()).hasSize((int) turnsTaken);
        assertThat(pacer.timeUntil(pacer.reserve()))
                .as("the turn is free again")
                .isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void saysWhenToComeBackIfItIsThrottledBeyondTheDeadline() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(time, FOUND);
        pacer.blockFor(Duration.ofHours(1));

        assertThat(askWithin(Duration.ofMinutes(2), limiting(course)))
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.THROTTLED,
                        "Partner Center throttled an earlier request for longer than the time left; nothing was sent",
                        Optional.of(Duration.ofHours(1)),
                        Trace.NOTHING_SENT));
        assertThat(course.asked()).isEmpty();
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void givesItsTurnBackWhenItIsInterrupted() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(time, FOUND);
        ask(10, limiting(course));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ask(1, limiting(course))).isInstanceOf(InterruptedException.class);
        assertThat(pacer.timeUntil(pacer.reserve())).isEqualTo(Duration.ofMillis(200));
    }

    private RateLimitingQuery limiting(ScriptedQuery course) {
        return new RateLimitingQuery(course::ask, pacer, time, time);
    }

    private static void ask(int count, RateLimitingQuery limiting) throws InterruptedException {
        for (int question = 0; question < count; question++) {
            limiting.ask(Batches.REFERENCE);
        }
    }

    private BatchStatusAnswer askWithin(Duration timeout, RateLimitingQuery limiting) throws InterruptedException {
        QueryContext question = new QueryContext.Factory(time, UUID::randomUUID, timeout).create();
        Optional<QueryContext> outer = question.begin();
        try {
            return limiting.ask(Batches.REFERENCE);
        } finally {
            question.end(outer);
        }
    }
}
