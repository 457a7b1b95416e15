package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.application.UnavailabilityCause.FAILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.support.Course;
import io.github.devicebatch.http.support.RetryingRig;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends a question early: its deadline, what the service told, the budget that all questions share. */
class RetryingLimitsTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final RetryingRig rig = new RetryingRig();

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

    @ParameterizedTest
    @EnumSource(Party.class)
    void namesThePartyOfTheLastAttempt(Party party) throws InterruptedException {
        var failing = new Unavailable(FAILING, party, "it failed", Optional.empty(), Answers.TRACE);

        assertThat(rig.with(RetrySettings.DEFAULT.withQuestionTimeout(Duration.ofMillis(1)))
                        .ask(failing))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::party)
                .containsExactly(UnavailabilityCause.DEADLINE, party);
        assertThat(rig.with(new RetrySettings(4, ONE_SECOND, ONE_SECOND, ONE_SECOND, Duration.ofMinutes(2), 0, 0))
                        .ask(failing))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause, Unavailable::party)
                .containsExactly(FAILING, party);
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
        Course outage = new Course(rig.time, Answers.unavailable(FAILING));
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
        Course outage = new Course(rig.time, Answers.unavailable(FAILING));
        RetryingQuery retrying = rig.around(outage::ask);
        for (int question = 0; question < 1_000; question++) {
            retrying.ask(Batches.REFERENCE);
        }

        assertThat(outage.asked()).hasSize(1_000 + 200 + 10 - 1);
    }

    @Test
    void spendsNoRetryOnAQuestionThatIsOutOfTime() throws InterruptedException {
        Course course = new Course(rig.time, Answers.throttled(Duration.ofHours(1)));
        RetryingQuery retrying = rig.around(course::ask);
        for (int question = 0; question < 20; question++) {
            retrying.ask(Batches.REFERENCE);
        }

        assertThat(rig.ask(Answers.unavailable(FAILING), Answers.notFound()))
                .isInstanceOf(BatchStatusAnswer.NotFound.class);
        assertThat(course.asked()).hasSize(20);
    }
}
