package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.application.UnavailabilityCause.FAILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.RefusalReason;
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

/** What ends a question early: its deadline, what the service told, the budget that all questions share. */
class RetryingQueryLimitsTest {

    private final RetryingQueryFixture rig = new RetryingQueryFixture();

    @Test
    void waitsWhatItWasToldAndLittleMore() throws InterruptedException {
        rig.ask(Answers.throttled(Duration.ofSeconds(57)), Answers.found(Batches.finished()));

        assertThat(rig.time.pauses()).containsExactly(Duration.ofSeconds(58));
    }

    @Test
    void sendsNothingMoreWhenToldToStayAwayTooLong() throws InterruptedException {
        BatchStatusAnswer answer = rig.ask(Answers.throttled(Duration.ofSeconds(3600)));

        assertThat(answer).isEqualTo(Answers.throttled(Duration.ofSeconds(3600)));
        assertThat(rig.told).hasSize(1);
        assertThat(rig.time.pauses()).isEmpty();
    }

    @Test
    void pausesNotAcrossTheDeadline() throws InterruptedException {
        rig.with(RetrySettings.DEFAULT.withQuestionTimeout(Duration.ofMillis(2_400)));

        assertThat(rig.ask(Answers.unavailable(FAILING)))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::retryAfter, Unavailable::detail)
                .containsExactly(
                        UnavailabilityCause.DEADLINE,
                        Optional.empty(),
                        "no time is left for a retry; last attempt: scripted by a test");
        assertThat(rig.time.pauses()).containsExactly(Duration.ofMillis(800));
    }

    @Test
    void pausesIfAMillisecondIsLeftAfterwards() throws InterruptedException {
        rig.with(RetrySettings.DEFAULT.withQuestionTimeout(Duration.ofMillis(2_401)));
        rig.ask(Answers.unavailable(FAILING));

        assertThat(rig.waited()).isEqualTo(Duration.ofMillis(2_400));
    }

    @Test
    void countsTheTimeOfTheAttemptsThemselves() throws InterruptedException {
        rig.around(batch -> {
                    rig.time.advance(Duration.ofSeconds(59));
                    return Answers.unavailable(UnavailabilityCause.TIMED_OUT);
                })
                .ask(Batches.REFERENCE);

        assertThat(rig.told).hasSize(2);
        assertThat(rig.time.pauses()).containsExactly(Duration.ofMillis(800));
    }

    @Test
    void saysThatTheBudgetIsUsedUp() throws InterruptedException {
        ScriptedQuery outage = new ScriptedQuery(rig.time, Answers.unavailable(FAILING));
        RetryingQuery retrying = rig.around(outage::ask);
        for (int question = 0; question < 3; question++) {
            retrying.ask(Batches.REFERENCE);
        }

        // 3 questions may cost 10 retries and a half: 9 are used and 1.6 are left, so the next has one.
        BatchStatusAnswer answer = retrying.ask(Batches.REFERENCE);

        assertThat(outage.asked()).hasSize(12 + 2);
        assertThat(answer)
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::detail)
                .containsExactly(FAILING, "scripted by a test; not retried, because the budget for retries is used up");
        assertThat(rig.told.getLast().pause()).isEmpty();
    }

    @Test
    void costsATotalOutageLittle() throws InterruptedException {
        ScriptedQuery outage = new ScriptedQuery(rig.time, Answers.unavailable(FAILING));
        RetryingQuery retrying = rig.around(outage::ask);
        for (int question = 0; question < 1_000; question++) {
            retrying.ask(Batches.REFERENCE);
        }

        assertThat(outage.asked()).hasSize(1_000 + 200 + 10 - 1);
    }

    @Test
    void spendsNoRetryOnAQuestionThatIsOutOfTime() throws InterruptedException {
        ScriptedQuery course = new ScriptedQuery(rig.time, Answers.throttled(Duration.ofHours(1)));
        RetryingQuery retrying = rig.around(course::ask);
        for (int question = 0; question < 20; question++) {
            retrying.ask(Batches.REFERENCE);
        }

        assertThat(rig.ask(Answers.unavailable(FAILING), Answers.notFound()))
                .isInstanceOf(BatchStatusAnswer.NotFound.class);
        assertThat(course.asked()).hasSize(20);
    }

    /** What holds for every question, whatever the service does to its attempts. */
    @Nested
    class RandomAttempts {

        /** What one attempt comes to, and how long it takes. */
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
        void beginAnew() {
            time = ManualTime.start();
            sent = 0;
        }

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void keepsThePolicy(long seed) throws InterruptedException {
            var random = new SeededRandom(seed);
            List<Attempt> script = random.list(1, 40, () -> attempt(random));
            int questions = random.between(1, 60);
            RetryingQuery retrying = retrying(script, random);
            for (int question = 0; question < questions; question++) {
                keepsThePolicyOnce(retrying);
            }
            assertThat((double) sent).isLessThanOrEqualTo(questions + 0.2 * questions + 10);
        }

        private void keepsThePolicyOnce(RetryingQuery retrying) throws InterruptedException {
            int before = sent;
            Instant asked = time.instant();
            last = Optional.empty();
            BatchStatusAnswer answer = retrying.ask(Batches.REFERENCE);

            assertThat(sent - before).isBetween(1, 4);
            assertThat(answer.trace().attempts()).isEqualTo(sent - before);
            if (sent - before > 1) {
                assertThat(answer.trace().elapsed()).isEqualTo(Duration.between(asked, time.instant()));
                assertThat(answer.trace().earlierCauses()).hasSize(sent - before - 1);
            }
            assertThat(answer.getClass()).isEqualTo(last.orElseThrow().getClass());
        }

        private RetryingQuery retrying(List<Attempt> script, SeededRandom random) {
            return Decorators.retrying(
                    batch -> {
                        Attempt attempt = script.get(sent++ % script.size());
                        QueryContext question = QueryContext.current().orElseThrow();
                        assertThat(question.timeLeft(time.instant()))
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
            QueryContext question = QueryContext.current().orElseThrow();
            assertThat(pause).as("ends before the deadline").isLessThan(question.timeLeft(time.instant()));
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
                            told -> isJustLonger(pause, told),
                            () -> assertThat(pause).isBetween(Duration.ofMillis(400), Duration.ofSeconds(8)));
            time.pause(pause);
        }

        private static void isJustLonger(Duration pause, Duration told) {
            Duration tenth = told.dividedBy(10);
            Duration second = Duration.ofSeconds(1);
            Duration added = tenth.compareTo(second) < 0 ? tenth : second;
            assertThat(pause).isBetween(told, told.plus(added).plusMillis(1));
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
