package io.github.devicebatch.http.context;

import static io.github.devicebatch.application.UnavailabilityCause.CIRCUIT_OPEN;
import static io.github.devicebatch.application.UnavailabilityCause.FAILING;
import static io.github.devicebatch.application.UnavailabilityCause.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.resilience.RetryingQuery;
import io.github.devicebatch.http.support.RetryingRig;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The last answer tells the story of all attempts. */
class RetryingTraceTest {

    private static final UUID REQUEST = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final UUID CORRELATION = UUID.fromString("66666666-7777-8888-9999-000000000000");
    private static final ServerIds SERVER =
            new ServerIds(Optional.of("a"), Optional.of("b"), Optional.of("c"), Optional.of("d"));

    private final RetryingRig rig = new RetryingRig();

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
        BatchStatusAnswer answer =
                rig.ask(failing(503, ServerIds.NONE), failing(500, ServerIds.NONE), Answers.unavailable(UNREACHABLE));

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
                        1, Duration.ZERO, OptionalInt.of(status), Optional.of(REQUEST), Optional.of(CORRELATION), ids));
    }
}
