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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RateLimitingQueryTest {

    private static final BatchStatusAnswer FOUND = Answers.found(Batches.finished());

    private final ManualTime time = ManualTime.start();
    private final RateLimiter limiter = Decorators.limiter(RateLimitSettings.DEFAULT, time);

    @Test
    void sendsTenQueriesAtOnceAndThenFivePerSecond() throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, FOUND);
        ask(13, limiting(query));

        assertThat(query.attempts().subList(0, 10)).containsOnly(Duration.ZERO);
        assertThat(query.attempts().subList(10, 13))
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(600));
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"PARTNER_CENTER", "PROXY"})
    void throttlingDelaysAllQueries(Party party) throws InterruptedException {
        var throttled = new Unavailable(
                UnavailabilityCause.THROTTLED, party, "too many", Optional.of(Duration.ofSeconds(57)), Answers.TRACE);
        ScriptedQuery query = new ScriptedQuery(time, throttled, FOUND);
        ask(4, limiting(query));

        assertThat(query.attempts())
                .containsExactly(
                        Duration.ZERO, Duration.ofSeconds(57), Duration.ofMillis(57_200), Duration.ofMillis(57_400));
    }

    @Test
    void throttlingWithoutATimeDelaysNoQuery() throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, Answers.unavailable(UnavailabilityCause.THROTTLED), FOUND);
        ask(2, limiting(query));

        assertThat(query.attempts()).containsOnly(Duration.ZERO);
    }

    @Test
    void serverErrorsDelayNoQuery() throws InterruptedException {
        var failing = new Unavailable(
                UnavailabilityCause.FAILING, "HTTP 503", Optional.of(Duration.ofSeconds(57)), Answers.TRACE);
        ScriptedQuery query = new ScriptedQuery(time, failing, FOUND);
        ask(2, limiting(query));

        assertThat(query.attempts()).containsOnly(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"IDENTITY_PLATFORM", "CLIENT"})
    void throttlingByAnotherPartyDelaysNoQuery(Party party) throws InterruptedException {
        var throttled = new Unavailable(
                UnavailabilityCause.THROTTLED, party, "too many", Optional.of(Duration.ofHours(1)), Answers.TRACE);
        ScriptedQuery query = new ScriptedQuery(time, throttled, FOUND);
        ask(2, limiting(query));

        assertThat(query.attempts()).containsOnly(Duration.ZERO);
    }

    @Test
    void throttlingDelaysWaitingQueries() throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, FOUND);
        ask(10, limiting(query));
        Pause throttlingPause = duration -> {
            if (duration.equals(Duration.ofMillis(200))) {
                limiter.blockFor(Duration.ofSeconds(57), Party.PARTNER_CENTER);
            }
            time.pause(duration);
        };
        ask(1, new RateLimitingQuery(query::ask, limiter, time, throttlingPause));

        assertThat(query.attempts().getLast()).isEqualTo(Duration.ofSeconds(57));
    }

    @Test
    void sendsNothingIfThePermitIsAfterTheDeadline() throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, FOUND);
        ask(14, limiting(query));
        long before = query.attempts().size();

        assertThat(askWithin(Duration.ofMillis(200), limiting(query)))
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.DEADLINE,
                        Party.CLIENT,
                        "the rate limit allows no request within the time left; nothing was sent",
                        Optional.empty(),
                        Trace.NOTHING_SENT));
        assertThat(query.attempts()).hasSize((int) before);
        assertThat(limiter.timeUntil(limiter.reserve()))
                .as("the turn is free again")
                .isEqualTo(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @CsvSource({"200, Unavailable, 0", "201, Found, 200", "1000, Found, 200"})
    void waitsForAPermitThatComesBeforeTheDeadline(long timeLeft, String answer, long waited)
            throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, FOUND);
        ask(10, limiting(query));

        assertThat(askWithin(Duration.ofMillis(timeLeft), limiting(query))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(answer);
        assertThat(elapsed()).isEqualTo(Duration.ofMillis(waited));
    }

    @ParameterizedTest
    @CsvSource({"57000, Unavailable, 0", "57001, Found, 57000", "90000, Found, 57000"})
    void waitsForTheEndOfThrottlingBeforeTheDeadline(long timeLeft, String answer, long waited)
            throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, FOUND);
        limiter.blockFor(Duration.ofSeconds(57), Party.PARTNER_CENTER);

        assertThat(askWithin(Duration.ofMillis(timeLeft), limiting(query))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(answer);
        assertThat(elapsed()).isEqualTo(Duration.ofMillis(waited));
    }

    @ParameterizedTest
    @CsvSource({"PARTNER_CENTER, Partner Center", "PROXY, the proxy"})
    void reportsThrottlingBeyondTheDeadline(Party party, String name) throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, FOUND);
        limiter.blockFor(Duration.ofHours(1), party);

        assertThat(askWithin(Duration.ofMinutes(2), limiting(query)))
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.THROTTLED,
                        party,
                        name + " throttled an earlier request for longer than the time left; nothing was sent",
                        Optional.of(Duration.ofHours(1)),
                        Trace.NOTHING_SENT));
        assertThat(query.attempts()).isEmpty();
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void interruptionReturnsThePermit() throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(time, FOUND);
        ask(10, limiting(query));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ask(1, limiting(query))).isInstanceOf(InterruptedException.class);
        assertThat(limiter.timeUntil(limiter.reserve())).isEqualTo(Duration.ofMillis(200));
    }

    private Duration elapsed() {
        return Duration.between(ManualTime.DEFAULT_START, time.instant());
    }

    private RateLimitingQuery limiting(ScriptedQuery query) {
        return new RateLimitingQuery(query::ask, limiter, time, time);
    }

    private static void ask(int count, RateLimitingQuery limiting) throws InterruptedException {
        for (int index = 0; index < count; index++) {
            limiting.ask(Batches.REFERENCE);
        }
    }

    private BatchStatusAnswer askWithin(Duration timeout, RateLimitingQuery limiting) throws InterruptedException {
        QueryContext index = new QueryContext.Factory(time, UUID::randomUUID, timeout).create();
        Optional<QueryContext> outer = index.begin();
        try {
            return limiting.ask(Batches.REFERENCE);
        } finally {
            index.end(outer);
        }
    }
}
