package io.github.devicebatch.http.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.resilience.RetryingQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** What holds for every question, whatever the service does to its attempts. */
class RetryingPropertiesTest {

    /** What one attempt comes to, and how long it takes. */
    record Attempt(BatchStatusAnswer answer, Duration took) {}

    private ManualTime time;
    private int sent;
    private Optional<BatchStatusAnswer> last;

    @BeforeTry
    void beginAnew() {
        time = ManualTime.start();
        sent = 0;
    }

    @Property
    void keepsThePolicy(
            @ForAll @Size(min = 1, max = 40) List<@From("attempts") Attempt> script,
            @ForAll @IntRange(min = 1, max = 60) int questions,
            @ForAll long seed)
            throws InterruptedException {
        RetryingQuery retrying = retrying(script, new Random(seed));
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

    private RetryingQuery retrying(List<Attempt> script, Random random) {
        return new RetryingQuery(
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
                bound -> random.nextLong(bound + 1),
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

    @Provide
    Arbitrary<Attempt> attempts() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(4, unavailable()), Tuple.of(1, settled())),
                        Arbitraries.longs().between(0, 15_000).map(Duration::ofMillis))
                .as(Attempt::new);
    }

    private static Arbitrary<BatchStatusAnswer> unavailable() {
        Arbitrary<Duration> told =
                Arbitraries.longs().between(0, 200_000_000_000L).map(Duration::ofNanos);
        return Combinators.combine(Arbitraries.of(UnavailabilityCause.class), told.optional(0.4))
                .as((cause, retryAfter) -> new Unavailable(cause, "generated", retryAfter, Answers.TRACE));
    }

    private static Arbitrary<BatchStatusAnswer> settled() {
        return Arbitraries.of(
                Answers.found(Batches.finished()),
                Answers.notFound(),
                Answers.refused(RefusalReason.FORBIDDEN),
                Answers.unreadable());
    }
}
