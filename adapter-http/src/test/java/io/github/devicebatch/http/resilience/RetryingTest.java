package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.application.UnavailabilityCause.FAILING;
import static io.github.devicebatch.application.UnavailabilityCause.TIMED_OUT;
import static io.github.devicebatch.application.UnavailabilityCause.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.support.Course;
import io.github.devicebatch.http.support.RetryingRig;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryingTest {

    private final RetryingRig rig = new RetryingRig();

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
        assertThat(rig.told).containsExactly(new RetryingRig.Told(1, answer, Optional.empty()));
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
                        new RetryingRig.Told(3, Answers.notFound(), Optional.empty()));
    }

    @Test
    void tellsTheListenerBeforeItWaits() throws InterruptedException {
        Course failing = new Course(rig.time, Answers.unavailable(FAILING));
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

    private static RetryingRig.Told told(int attempt, BatchStatusAnswer answer, Duration pause) {
        return new RetryingRig.Told(attempt, answer, Optional.of(pause));
    }
}
