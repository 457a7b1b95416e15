package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.application.UnavailabilityCause.FAILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.support.RetryingQueryFixture;
import io.github.devicebatch.http.support.ScriptedQuery;
import io.github.devicebatch.http.support.SeededRandom;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of retries: the deadline, the time of the service, and the retry budget. */
class RetryingQueryLimitsTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final RetryingQueryFixture fixture = new RetryingQueryFixture();

    @ParameterizedTest
    @EnumSource(Party.class)
    void namesThePartyOfTheLastAttempt(Party party) throws InterruptedException {
        var failing = new Unavailable(FAILING, party, "it failed", Optional.empty(), Answers.TRACE);

        assertThat(fixture.with(RetrySettings.DEFAULT.withQuestionTimeout(Duration.ofMillis(1)))
                        .ask(failing))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::party)
                .containsExactly(UnavailabilityCause.DEADLINE, party);
        assertThat(fixture.with(new RetrySettings(4, ONE_SECOND, ONE_SECOND, ONE_SECOND, Duration.ofMinutes(2), 0, 0))
                        .ask(failing))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::party)
                .containsExactly(FAILING, party);
    }

    /** The budget is for load on the service: what this process did not send costs nothing. */
    @ParameterizedTest
    @CsvSource({
        "CLIENT, 0, 4",
        "CLIENT, 1, 1",
        "PARTNER_CENTER, 0, 1",
        "PARTNER_CENTER, 1, 1",
        "PROXY, 0, 1",
        "IDENTITY_PLATFORM, 0, 1"
    })
    void retriesWithoutABudgetOnlyAfterALimitOfThisProcess(Party party, int requests, int attempts)
            throws InterruptedException {
        Trace trace = requests == 0 ? Trace.NOTHING_SENT : Answers.TRACE;
        fixture.with(new RetrySettings(4, ONE_SECOND, ONE_SECOND, ONE_SECOND, Duration.ofMinutes(2), 0, 0));
        fixture.ask(new Unavailable(FAILING, party, "it failed", Optional.empty(), trace));

        assertThat(fixture.attempts).hasSize(attempts);
    }

    @Test
    void retriesAtOnceIfTheIntervalIsBelowAMillisecond() throws InterruptedException {
        Duration tiny = Duration.ofNanos(1);
        fixture.with(new RetrySettings(4, tiny, tiny, tiny, Duration.ofMinutes(2), 0, 10));
        fixture.ask(Answers.unavailable(FAILING));

        assertThat(fixture.attempts).hasSize(4);
        assertThat(fixture.elapsed()).isZero();
    }

    @Test
    void waitsForTheTimeOfTheService() throws InterruptedException {
        fixture.ask(Answers.throttled(Duration.ofSeconds(57)), Answers.found(Batches.finished()));

        assertThat(fixture.time.pauses()).containsExactly(Duration.ofSeconds(58));
    }

    @Test
    void doesNotRetryAfterALongRetryAfter() throws InterruptedException {
        BatchStatusAnswer answer = fixture.ask(Answers.throttled(Duration.ofSeconds(3600)));

        assertThat(answer).isEqualTo(Answers.throttled(Duration.ofSeconds(3600)));
        assertThat(fixture.attempts).hasSize(1);
        assertThat(fixture.time.pauses()).isEmpty();
    }

    @Test
    void doesNotPauseBeyondTheDeadline() throws InterruptedException {
        fixture.with(RetrySettings.DEFAULT.withQuestionTimeout(Duration.ofMillis(2_400)));

        assertThat(fixture.ask(Answers.unavailable(FAILING)))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::retryAfter, Unavailable::detail)
                .containsExactly(
                        UnavailabilityCause.DEADLINE,
                        Optional.empty(),
                        "no time is left for a retry; last attempt: scripted by a test");
        assertThat(fixture.time.pauses()).containsExactly(Duration.ofMillis(800));
    }

    @Test
    void pausesIfOneMillisecondIsLeftAfterwards() throws InterruptedException {
        fixture.with(RetrySettings.DEFAULT.withQuestionTimeout(Duration.ofMillis(2_401)));
        fixture.ask(Answers.unavailable(FAILING));

        assertThat(fixture.elapsed()).isEqualTo(Duration.ofMillis(2_400));
    }

    @Test
    void attemptsCountTowardsTheDeadline() throws InterruptedException {
        fixture.retrying(batch -> {
                    fixture.time.advance(Duration.ofSeconds(59));
                    return Answers.unavailable(UnavailabilityCause.TIMED_OUT);
                })
                .ask(Batches.REFERENCE);

        assertThat(fixture.attempts).hasSize(2);
        assertThat(fixture.time.pauses()).containsExactly(Duration.ofMillis(800));
    }

    @Test
    void reportsAnEmptyRetryBudget() throws InterruptedException {
        ScriptedQuery failing = new ScriptedQuery(fixture.time, Answers.unavailable(FAILING));
        RetryingQuery retrying = fixture.retrying(failing::ask);
        for (int count = 0; count < 3; count++) {
            retrying.ask(Batches.REFERENCE);
        }

        // Three queries allow 10.6 retries: 9 are used and 1.6 are left, so the next query has one.
        BatchStatusAnswer answer = retrying.ask(Batches.REFERENCE);

        assertThat(failing.attempts()).hasSize(12 + 2);
        assertThat(answer)
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::detail)
                .containsExactly(FAILING, "scripted by a test; not retried, because the budget for retries is used up");
        assertThat(fixture.attempts.getLast().pause()).isEmpty();
    }

    @Test
    void retryBudgetLimitsTheAttemptsOfAnOutage() throws InterruptedException {
        ScriptedQuery failing = new ScriptedQuery(fixture.time, Answers.unavailable(FAILING));
        RetryingQuery retrying = fixture.retrying(failing::ask);
        for (int count = 0; count < 1_000; count++) {
            retrying.ask(Batches.REFERENCE);
        }

        assertThat(failing.attempts()).hasSize(1_000 + 200 + 10 - 1);
    }

    @Test
    void withdrawsNothingWithoutARetry() throws InterruptedException {
        ScriptedQuery query = new ScriptedQuery(fixture.time, Answers.throttled(Duration.ofHours(1)));
        RetryingQuery retrying = fixture.retrying(query::ask);
        for (int count = 0; count < 20; count++) {
            retrying.ask(Batches.REFERENCE);
        }

        assertThat(fixture.ask(Answers.unavailable(FAILING), Answers.notFound()))
                .isInstanceOf(BatchStatusAnswer.NotFound.class);
        assertThat(query.attempts()).hasSize(20);
    }

    /** Random sequences of answers. */
    @Nested
    class RandomAttempts {

        /** The answer to an attempt and its duration. */
        record Attempt(BatchStatusAnswer answer, Duration took) {}

        private static final List<BatchStatusAnswer> SETTLED = List.of(
                Answers.found(Batches.finished()),
                Answers.notFound(),
                Answers.refused(RefusalReason.FORBIDDEN),
                Answers.unreadable());

        private ManualTime time;
        private int sent;
        private Optional<BatchStatusAnswer> last;

        @BeforeEach
        void reset() {
            time = ManualTime.start();
            sent = 0;
        }

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void attemptsAndPausesKeepThePolicy(long seed) throws InterruptedException {
            var random = new SeededRandom(seed);
            List<Attempt> script = random.list(1, 40, () -> attempt(random));
            int queries = random.between(1, 60);
            RetryingQuery retrying = retrying(script, random);
            for (int count = 0; count < queries; count++) {
                assertPolicyKept(retrying);
            }
            assertThat((double) sent).isLessThanOrEqualTo(queries + 0.2 * queries + 10);
        }

        private void assertPolicyKept(RetryingQuery retrying) throws InterruptedException {
            int before = sent;
            Instant attempts = time.instant();
            last = Optional.empty();
            BatchStatusAnswer answer = retrying.ask(Batches.REFERENCE);

            assertThat(sent - before).isBetween(1, 4);
            assertThat(answer.trace().attempts()).isEqualTo(sent - before);
            if (sent - before > 1) {
                assertThat(answer.trace().elapsed()).isEqualTo(Duration.between(attempts, time.instant()));
                assertThat(answer.trace().earlierCauses()).hasSize(sent - before - 1);
            }
            assertThat(answer.getClass()).isEqualTo(last.orElseThrow().getClass());
        }

        private RetryingQuery retrying(List<Attempt> script, SeededRandom random) {
            return Decorators.retrying(
                    batch -> {
                        Attempt attempt = script.get(sent++ % script.size());
                        QueryContext count = QueryContext.current().orElseThrow();
                        assertThat(count.timeLeft(time.instant()))
                                .as("time left")
                                .isPositive();
                        time.advance(attempt.took());
                        last = Optional.of(attempt.answer());
                        return attempt.answer();
                    },
                    RetrySettings.DEFAULT,
                    bound -> random.between(0, bound),
                    new QueryContext.Factory(time, UUID::randomUUID, Duration.ofSeconds(120)),
                    this::pause,
                    (batch, attempt, answer, pause) -> {});
        }

        private void pause(Duration pause) throws InterruptedException {
            QueryContext count = QueryContext.current().orElseThrow();
            assertThat(pause).as("ends before the deadline").isLessThan(count.timeLeft(time.instant()));
            Unavailable unavailable = (Unavailable) last.orElseThrow();
            assertThat(unavailable.cause())
                    .isIn(
                            UnavailabilityCause.UNREACHABLE,
                            UnavailabilityCause.TIMED_OUT,
                            UnavailabilityCause.THROTTLED,
                            UnavailabilityCause.FAILING);
            unavailable
                    .retryAfter()
                    .filter(Duration::isPositive)
                    .ifPresentOrElse(
                            minimum -> assertSlightlyLonger(pause, minimum),
                            () -> assertThat(pause).isBetween(Duration.ofMillis(400), Duration.ofSeconds(8)));
            time.pause(pause);
        }

        private static void assertSlightlyLonger(Duration pause, Duration minimum) {
            Duration tenth = minimum.dividedBy(10);
            Duration second = Duration.ofSeconds(1);
            Duration added = tenth.compareTo(second) < 0 ? tenth : second;
            assertThat(pause).isBetween(minimum, minimum.plus(added).plusMillis(1));
        }

        private static Attempt attempt(SeededRandom random) {
            BatchStatusAnswer answer = random.chance(80) ? unavailable(random) : random.oneOf(SETTLED);
            return new Attempt(answer, Duration.ofMillis(random.between(0, 15_000)));
        }

        private static BatchStatusAnswer unavailable(SeededRandom random) {
            Optional<Duration> retryAfter = random.chance(60)
                    ? Optional.empty()
                    : Optional.of(Duration.ofNanos(random.between(0, 200_000_000_000L)));
            return new Unavailable(
                    random.oneOf(List.of(UnavailabilityCause.values())), "generated", retryAfter, Answers.TRACE);
        }
    }
}
