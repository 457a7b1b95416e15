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

    private final RetryingQueryFixture rig = new RetryingQueryFixture();

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMED_OUT", "FAILING"})
    void asksFourTimesWithDoublingPauses(UnavailabilityCause cause) throws InterruptedException {
        rig.ask(Answers.unavailable(cause));

        assertThat(rig.time.pauses())
                .containsExactly(Duration.ofMillis(800), Duration.ofMillis(1600), Duration.ofMillis(3200));
        assertThat(rig.told).hasSize(4);
    }

    @Test
    void waitsLongerWhenThrottledWithoutATime() throws InterruptedException {
        rig.ask(Answers.unavailable(UnavailabilityCause.THROTTLED));

        assertThat(rig.time.pauses())
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @MethodSource("settled")
    void asksOnceWhatIsSettled(BatchStatusAnswer answer) throws InterruptedException {
        assertThat(rig.ask(answer)).isSameAs(answer);
        assertThat(rig.told).containsExactly(new RetryingQueryFixture.Told(1, answer, Optional.empty()));
        assertThat(rig.time.pauses()).isEmpty();
    }

    static Stream<BatchStatusAnswer> settled() {
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
    void endsWithTheFirstAnswerThereIs() throws InterruptedException {
        BatchStatusAnswer answer = rig.ask(
                Answers.unavailable(UNREACHABLE), Answers.unavailable(FAILING), Answers.found(Batches.finished()));

        assertThat(answer).isInstanceOf(Found.class);
        assertThat(rig.waited()).isEqualTo(Duration.ofMillis(2_400));
    }

    @Test
    void tellsTheListenerOfEveryAttemptAsItEnds() throws InterruptedException {
        rig.ask(Answers.unavailable(UNREACHABLE), Answers.unavailable(TIMED_OUT), Answers.notFound());

        assertThat(rig.told)
                .containsExactly(
                        told(1, Answers.unavailable(UNREACHABLE), Duration.ofMillis(800)),
                        told(2, Answers.unavailable(TIMED_OUT), Duration.ofMillis(1600)),
                        new RetryingQueryFixture.Told(3, Answers.notFound(), Optional.empty()));
    }

    @Test
    void tellsTheListenerBeforeItWaits() throws InterruptedException {
        ScriptedQuery failing = new ScriptedQuery(rig.time, Answers.unavailable(FAILING));
        List<Integer> pausesWhenTold = new ArrayList<>();
        Decorators.retrying(
                        failing::ask,
                        RetrySettings.DEFAULT,
                        bound -> bound,
                        new QueryContext.Factory(rig.time, UUID::randomUUID, Duration.ofMinutes(2)),
                        rig.time,
                        (batch, attempt, answer, pause) ->
                                pausesWhenTold.add(rig.time.pauses().size()))
                .ask(Batches.REFERENCE);

        assertThat(pausesWhenTold).containsExactly(0, 1, 2, 3);
    }

    @Test
    void doesNotAskAgainAfterABug() {
        var bug = new IllegalStateException("a bug");

        assertThatThrownBy(() -> rig.around(batch -> {
                            throw bug;
                        })
                        .ask(Batches.REFERENCE))
                .isSameAs(bug);
        assertThat(QueryContext.current()).isEmpty();
    }

    @Test
    void asksOnceIfToldSo() throws InterruptedException {
        rig.with(RetrySettings.NONE).ask(Answers.unavailable(FAILING));

        assertThat(rig.told).hasSize(1);
        assertThat(rig.time.pauses()).isEmpty();
    }

    private static RetryingQueryFixture.Told told(int attempt, BatchStatusAnswer answer, Duration pause) {
        return new RetryingQueryFixture.Told(attempt, answer, Optional.of(pause));
    }

    /** The last answer tells the story of all attempts. */
    @Nested
    class Traces {

        private static final UUID REQUEST = UUID.fromString("11111111-2222-3333-4444-555555555555");
        private static final UUID CORRELATION = UUID.fromString("66666666-7777-8888-9999-000000000000");
        private static final ServerIds SERVER =
                new ServerIds(Optional.of("a"), Optional.of("b"), Optional.of("c"), Optional.of("d"));

        private final RetryingQueryFixture rig = new RetryingQueryFixture();

        @Test
        void countsAttemptsAndTimeAndEarlierCauses() throws InterruptedException {
            Trace trace = rig.ask(
                            Answers.unavailable(UNREACHABLE),
                            Answers.unavailable(FAILING),
                            Answers.found(Batches.finished()))
                    .trace();

            assertThat(trace.attempts()).isEqualTo(3);
            assertThat(trace.elapsed()).isEqualTo(Duration.ofMillis(2_400));
            assertThat(trace.earlierCauses()).containsExactly(UNREACHABLE, FAILING);
        }

        @Test
        void leavesTheLastCauseOutOfTheEarlierOnes() throws InterruptedException {
            assertThat(rig.ask(Answers.unavailable(FAILING)).trace().earlierCauses())
                    .containsExactly(FAILING, FAILING, FAILING);
        }

        @Test
        void keepsTheLastStatusThatCame() throws InterruptedException {
            BatchStatusAnswer answer = rig.ask(
                    failing(503, ServerIds.NONE), failing(500, ServerIds.NONE), Answers.unavailable(UNREACHABLE));

            assertThat(answer.trace().httpStatus()).isEqualTo(OptionalInt.of(500));
        }

        @Test
        void countsARefusedTokenAsOneMore() throws InterruptedException {
            BatchStatusAnswer twice = Answers.notFound()
                    .withTrace(new Trace(
                            2, Duration.ZERO, OptionalInt.of(404), Optional.empty(), Optional.empty(), ServerIds.NONE));

            assertThat(rig.ask(Answers.unavailable(FAILING), twice).trace().attempts())
                    .isEqualTo(3);
        }

        @Test
        void keepsWhatSupportAsksForWhenTheLastAttemptWasNotEvenSent() throws InterruptedException {
            var keptOut = new Unavailable(CIRCUIT_OPEN, "nothing was sent", Optional.empty(), Trace.NOTHING_SENT);

            Trace trace = rig.ask(failing(503, SERVER), keptOut).trace();

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
        void takesTheServersIdsFromTheLastAnswerThatHadAny() throws InterruptedException {
            ServerIds first = new ServerIds(Optional.of("first"), Optional.empty(), Optional.empty(), Optional.empty());

            assertThat(rig.ask(failing(503, first), failing(503, SERVER), Answers.unavailable(UNREACHABLE))
                            .trace()
                            .serverIds())
                    .isEqualTo(SERVER);
        }

        @Test
        void keepsTheRequestIdOverTheAttemptsOfOneQuestion() throws InterruptedException {
            List<QueryContext> questions = new ArrayList<>();
            RetryingQuery retrying = rig.around(batch -> {
                questions.add(QueryContext.current().orElseThrow());
                return Answers.unavailable(FAILING);
            });
            retrying.ask(Batches.REFERENCE);
            retrying.ask(Batches.REFERENCE);

            assertThat(questions.subList(0, 4)).containsOnly(questions.getFirst());
            assertThat(questions.subList(4, 8)).containsOnly(questions.getLast());
            assertThat(questions.getFirst().requestId())
                    .isNotEqualTo(questions.getLast().requestId());
            assertThat(QueryContext.current()).isEmpty();
        }

        @Test
        void givesTheThreadBackToTheQuestionAroundIt() throws InterruptedException {
            List<UUID> ids = new ArrayList<>();
            RetryingQuery inner = rig.around(batch -> {
                ids.add(QueryContext.current().orElseThrow().requestId());
                return Answers.notFound();
            });
            rig.around(batch -> {
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
