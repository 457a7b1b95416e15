package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.http.support.CircuitRig.FAILURE;
import static io.github.devicebatch.http.support.CircuitRig.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.support.CircuitRig;
import io.github.devicebatch.testkit.Answers;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A circuit that was open, and how three probes decide what becomes of it. */
class CircuitProbesTest {

    private final CircuitRig rig = new CircuitRig();

    @ParameterizedTest
    @MethodSource("proofsOfLife")
    void closesAfterThreeProbesThatAreAnswered(BatchStatusAnswer answer) throws InterruptedException {
        rig.halfOpen();
        assertThat(rig.ask(3, answer)).isEqualTo(3);

        assertThat(rig.ask(25, FAILURE)).as("closed: ten failures open it").isEqualTo(10);
    }

    static Stream<BatchStatusAnswer> proofsOfLife() {
        return Stream.of(SUCCESS, Answers.notFound(), Answers.refused(RefusalReason.UNAUTHENTICATED));
    }

    @Test
    void opensAgainWhenMostProbesFail() throws InterruptedException {
        rig.halfOpen();
        assertThat(rig.ask(1, SUCCESS)).isEqualTo(1);
        assertThat(rig.ask(10, FAILURE)).isEqualTo(2);

        rig.time.advance(Duration.ofSeconds(20));
        assertThat(rig.ask(batch -> SUCCESS))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::retryAfter)
                .isEqualTo(Optional.of(Duration.ofSeconds(10)));
        rig.time.advance(Duration.ofSeconds(10));
        assertThat(rig.isOpen()).isFalse();
    }

    @Test
    void closesWhenOnlyOneProbeFails() throws InterruptedException {
        rig.halfOpen();
        rig.ask(1, FAILURE);
        rig.ask(2, SUCCESS);

        assertThat(rig.ask(25, FAILURE)).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("noProof")
    void probesOnWhenAProbeProvesNothing(BatchStatusAnswer answer) throws InterruptedException {
        rig.halfOpen();
        assertThat(rig.ask(50, answer)).isEqualTo(50);

        assertThat(rig.ask(10, FAILURE)).as("still half open").isEqualTo(3);
    }

    static Stream<BatchStatusAnswer> noProof() {
        return Stream.of(Answers.unreadable(), Answers.throttled(Duration.ofSeconds(1)));
    }

    @Test
    void isNotWedgedByAProbeThatEndsInAnError() throws InterruptedException {
        rig.halfOpen();
        for (int probe = 0; probe < 20; probe++) {
            assertThatThrownBy(() -> rig.ask(batch -> {
                        throw new OutOfMemoryError("planted");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
        }

        assertThat(rig.ask(3, SUCCESS)).isEqualTo(3);
        assertThat(rig.ask(25, FAILURE)).isEqualTo(10);
    }

    @Test
    void isNotWedgedByAProbeThatIsInterrupted() throws InterruptedException {
        rig.halfOpen();
        for (int probe = 0; probe < 20; probe++) {
            assertThatThrownBy(() -> rig.ask(batch -> {
                        throw new InterruptedException("planted");
                    }))
                    .isInstanceOf(InterruptedException.class);
        }

        assertThat(rig.ask(3, SUCCESS)).isEqualTo(3);
        assertThat(rig.ask(25, FAILURE)).isEqualTo(10);
    }

    @Test
    void hasTheSettingsNumberOfProbes() throws InterruptedException {
        var one =
                new CircuitRig(new CircuitBreakerSettings(4, 2, 100, Duration.ofSeconds(1), 1, Duration.ofSeconds(10)));
        one.ask(2, FAILURE);
        one.time.advance(Duration.ofSeconds(1));

        assertThat(one.ask(5, FAILURE)).isEqualTo(1);
    }
}
