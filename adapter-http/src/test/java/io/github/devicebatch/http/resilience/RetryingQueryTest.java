package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.application.UnavailabilityCause.CIRCUIT_OPEN;
import static io.github.devicebatch.application.UnavailabilityCause.FAILING;
import static io.github.devicebatch.application.UnavailabilityCause.TIMED_OUT;
import static io.github.devicebatch.application.UnavailabilityCause.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.support.RetryingQueryFixture;
import io.github.devicebatch.http.support.ScriptedQuery;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryingQueryTest {

    private final RetryingQueryFixture fixture = new RetryingQueryFixture();

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMED_OUT", "FAILING"})
    void makesFourAttemptsWithDoublingPauses(UnavailabilityCause cause) throws InterruptedException {
        fixture.ask(Answers.unavailable(cause));

        assertThat(fixture.time.pauses())
                .containsExactly(Duration.ofMillis(800), Duration.ofMillis(1600), Duration.ofMillis(3200));
        assertThat(fixture.attempts).hasSize(4);
    }

    @Test
    void waitsLongerAfterThrottlingWithoutATime() throws InterruptedException {
        fixture.ask(Answers.unavailable(UnavailabilityCause.THROTTLED));

        assertThat(fixture.time.pauses())
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @MethodSource("finalAnswers")
    void doesNotRetryFinalAnswers(BatchStatusAnswer answer) throws InterruptedException {
        assertThat(fixture.ask(answer)).isSameAs(answer);
        assertThat(fixture.attempts).containsExactly(new RetryingQueryFixture.Attempt(1, answer, Optional.empty()));
        assertThat(fixture.time.pauses()).isEmpty();
    }

    static Stream<BatchStatusAnswer> finalAnswers() {
        return Stream.of(
                Answers.found(Batches.finished()),
                Answers.notFound(),
                Answers.refused(RefusalReason.UNAUTHENTICATED),
                Answers.unreadable(),
                Answers.unavailable(UnavailabilityCause.CIRCUIT_OPEN),
                Answers.unavailable(UnavailabilityCause.UNTRUSTED),
                Answers.unavailable(UnavailabilityCause.DEADLINE));
    }

    @Test
    void returnsTheFirstFinalAnswer() throws InterruptedException {
        BatchStatusAnswer answer = fixture.ask(
                Answers.unavailable(UNREACHABLE), Answers.unavailable(FAILING), Answers.found(Batches.finished()));

        assertThat(answer).isInstanceOf(Found.class);
        assertThat(fixture.elapsed()).isEqualTo(Duration.ofMillis(2_400));
    }

    @Test
    void callsTheListenerAfterEveryAttempt() throws InterruptedException {
        fixture.ask(Answers.unavailable(UNREACHABLE), Answers.unavailable(TIMED_OUT), Answers.notFound());

        assertThat(fixture.attempts)
                .containsExactly(
                        attempts(1, Answers.unavailable(UNREACHABLE), Duration.ofMillis(800)),
                        attempts(2, Answers.unavailable(TIMED_OUT), Duration.ofMillis(1600)),
                        new RetryingQueryFixture.Attempt(3, Answers.notFound(), Optional.empty()));
    }

    @Test
    void callsTheListenerBeforeThePause() throws InterruptedException {
        ScriptedQuery failing = new ScriptedQuery(fixture.time, Answers.unavailable(FAILING));
        List<Integer> pausesWhenTold = new ArrayList<>();
        Decorators.retrying(
                        failing::ask,
                        RetrySettings.DEFAULT,
                        bound -> bound,
                        new QueryContext.Factory(fixture.time, UUID::randomUUID, Duration.ofMinutes(2)),
                        fixture.time,
                        (batch, attempt, answer, pause) ->
                                pausesWhenTold.add(fixture.time.pauses().size()))
                .ask(Batches.REFERENCE);

        assertThat(pausesWhenTold).containsExactly(0, 1, 2, 3);
    }

    @Test
    void doesNotRetryAfterAnException() {
        var bug = new IllegalStateException("a bug");

        assertThatThrownBy(() -> fixture.retrying(batch -> {
                            throw bug;
                        })
                        .ask(Batches.REFERENCE))
                .isSameAs(bug);
        assertThat(QueryContext.current()).isEmpty();
    }

    @Test
    void makesOneAttemptWithoutRetries() throws InterruptedException {
        fixture.with(RetrySettings.NONE).ask(Answers.unavailable(FAILING));

        assertThat(fixture.attempts).hasSize(1);
        assertThat(fixture.time.pauses()).isEmpty();
    }

    private static RetryingQueryFixture.Attempt attempts(int attempt, BatchStatusAnswer answer, Duration pause) {
        return new RetryingQueryFixture.Attempt(attempt, answer, Optional.of(pause));
    }

    /** The trace of the last answer, which covers all attempts. */
    @Nested
    class Traces {

        private static final UUID REQUEST = UUID.fromString("11111111-2222-3333-4444-555555555555");
        private static final UUID CORRELATION = UUID.fromString("66666666-7777-8888-9999-000000000000");
        private static final ServerIds SERVER =
                new ServerIds(Optional.of("a"), Optional.of("b"), Optional.of("c"), Optional.of("d"));

        @Test
        void haveAttemptsElapsedTimeAndEarlierCauses() throws InterruptedException {
            Trace trace = fixture.ask(
                            Answers.unavailable(UNREACHABLE),
                            Answers.unavailable(FAILING),
                            Answers.found(Batches.finished()))
                    .trace();

            assertThat(trace.attempts()).isEqualTo(3);
            assertThat(trace.elapsed()).isEqualTo(Duration.ofMillis(2_400));
            assertThat(trace.earlierCauses()).containsExactly(UNREACHABLE, FAILING);
        }

        @Test
        void earlierCausesDoNotContainTheLastOne() throws InterruptedException {
            assertThat(fixture.ask(Answers.unavailable(FAILING)).trace().earlierCauses())
                    .containsExactly(FAILING, FAILING, FAILING);
        }

        @Test
        void haveTheLastReceivedStatus() throws InterruptedException {
            BatchStatusAnswer answer = fixture.ask(
                    failing(503, ServerIds.NONE), failing(500, ServerIds.NONE), Answers.unavailable(UNREACHABLE));

            assertThat(answer.trace().httpStatus()).isEqualTo(OptionalInt.of(500));
        }

        @Test
        void countARejectedTokenAsOneAttempt() throws InterruptedException {
            BatchStatusAnswer twice = Answers.notFound()
                    .withTrace(new Trace(
                            2, Duration.ZERO, OptionalInt.of(404), Optional.empty(), Optional.empty(), ServerIds.NONE));

            assertThat(fixture.ask(Answers.unavailable(FAILING), twice).trace().attempts())
                    .isEqualTo(3);
        }

        @Test
        void keepTheIdsIfTheLastAttemptWasNotSent() throws InterruptedException {
            var keptOut = new Unavailable(CIRCUIT_OPEN, "nothing was sent", Optional.empty(), Trace.NOTHING_SENT);

            Trace trace = fixture.ask(failing(503, SERVER), keptOut).trace();

            assertThat(trace)
                    .isEqualTo(new Trace(
                            1,
                            Duration.ofMillis(800),
                            OptionalInt.of(503),
                            Optional.of(REQUEST),
                            Optional.of(CORRELATION),
                            SERVER,
                            List.of(FAILING)));
        }

        @Test
        void haveTheServerIdsOfTheLastAnswerWithIds() throws InterruptedException {
            ServerIds first = new ServerIds(Optional.of("first"), Optional.empty(), Optional.empty(), Optional.empty());

            assertThat(fixture.ask(failing(503, first), failing(503, SERVER), Answers.unavailable(UNREACHABLE))
                            .trace()
                            .serverIds())
                    .isEqualTo(SERVER);
        }

        @Test
        void requestIdIsTheSameForAllAttemptsOfAQuery() throws InterruptedException {
            List<QueryContext> queries = new ArrayList<>();
            RetryingQuery retrying = fixture.retrying(batch -> {
                queries.add(QueryContext.current().orElseThrow());
                return Answers.unavailable(FAILING);
            });
            retrying.ask(Batches.REFERENCE);
            retrying.ask(Batches.REFERENCE);

            assertThat(queries.subList(0, 4)).containsOnly(queries.getFirst());
            assertThat(queries.subList(4, 8)).containsOnly(queries.getLast());
            assertThat(queries.getFirst().requestId())
                    .isNotEqualTo(queries.getLast().requestId());
            assertThat(QueryContext.current()).isEmpty();
        }

        @Test
        void contextOfTheOuterQueryIsRestored() throws InterruptedException {
            List<UUID> ids = new ArrayList<>();
            RetryingQuery inner = fixture.retrying(batch -> {
                ids.add(QueryContext.current().orElseThrow().requestId());
                return Answers.notFound();
            });
            fixture.retrying(batch -> {
                        ids.add(QueryContext.current().orElseThrow().requestId());
                        inner.ask(batch);
                        ids.add(QueryContext.current().orElseThrow().requestId());
                        return Answers.notFound();
                    })
                    .ask(Batches.REFERENCE);

            assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
        }

        private static Unavailable failing(int status, ServerIds ids) {
            return new Unavailable(
                    UnavailabilityCause.FAILING,
                    "HTTP " + status,
                    Optional.empty(),
                    new Trace(
                            1,
                            Duration.ZERO,
                            OptionalInt.of(status),
                            Optional.of(REQUEST),
                            Optional.of(CORRELATION),
                            ids));
        }
    }
}
