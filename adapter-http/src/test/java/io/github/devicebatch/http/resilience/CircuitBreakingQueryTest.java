package io.github.devicebatch.http.resilience;

import static io.github.devicebatch.http.support.CircuitBreakerFixture.FAILURE;
import static io.github.devicebatch.http.support.CircuitBreakerFixture.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.CircuitBreakerSettings;
import io.github.devicebatch.http.support.CircuitBreakerFixture;
import io.github.devicebatch.testkit.Answers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A closed and an open circuit breaker. */
class CircuitBreakingQueryTest {

    private final CircuitBreakerFixture fixture = new CircuitBreakerFixture();

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMED_OUT", "FAILING", "UNTRUSTED"})
    void opensAfterTenFailures(UnavailabilityCause cause) throws InterruptedException {
        assertThat(fixture.ask(25, Answers.unavailable(cause))).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("neitherSuccessNorFailure")
    void doesNotCountAnswersOfWorkingServices(BatchStatusAnswer answer) throws InterruptedException {
        assertThat(fixture.ask(100, answer)).isEqualTo(100);
        fixture.ask(9, FAILURE);
        assertThat(fixture.ask(100, answer)).isEqualTo(100);

        assertThat(fixture.ask(5, FAILURE)).isEqualTo(1);
    }

    static Stream<BatchStatusAnswer> neitherSuccessNorFailure() {
        return Stream.of(
                Answers.notFound(),
                Answers.refused(RefusalReason.REJECTED),
                Answers.unreadable(),
                Answers.throttled(Duration.ofSeconds(1)),
                failing(408),
                failing(425),
                unreachable(Party.IDENTITY_PLATFORM),
                unreachable(Party.CLIENT),
                refusedByProxy(),
                FAILURE.withTrace(Trace.NOTHING_SENT),
                Answers.unavailable(UnavailabilityCause.DEADLINE),
                Answers.unavailable(UnavailabilityCause.CIRCUIT_OPEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 599})
    void opensOnServerErrors(int status) throws InterruptedException {
        assertThat(fixture.ask(25, failing(status))).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"PARTNER_CENTER", "PROXY"})
    void opensOnFailuresOfServiceAndProxy(Party party) throws InterruptedException {
        assertThat(fixture.ask(25, unreachable(party))).isEqualTo(10);
    }

    private static BatchStatusAnswer unreachable(Party party) {
        return new Unavailable(UnavailabilityCause.UNREACHABLE, party, "broken", Optional.empty(), Answers.TRACE);
    }

    private static BatchStatusAnswer refusedByProxy() {
        return new Refused(RefusalReason.FORBIDDEN, Party.PROXY, Fault.UNEXPLAINED, Answers.TRACE);
    }

    private static BatchStatusAnswer failing(int status) {
        Trace trace = Answers.TRACE;
        return Answers.unavailable(UnavailabilityCause.FAILING)
                .withTrace(new Trace(
                        1,
                        trace.elapsed(),
                        OptionalInt.of(status),
                        trace.requestId(),
                        trace.correlationId(),
                        trace.serverIds()));
    }

    @Test
    void countsNeitherErrorsNorInterruptions() throws InterruptedException {
        for (int query = 0; query < 30; query++) {
            assertThatThrownBy(() -> fixture.ask(batch -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
            assertThatThrownBy(() -> fixture.ask(batch -> {
                        throw new InterruptedException();
                    }))
                    .isInstanceOf(InterruptedException.class);
        }

        assertThat(fixture.isOpen()).isFalse();
    }

    @Test
    void opensIfHalfOfTheLastTwentyAttemptsFailed() throws InterruptedException {
        fixture.ask(11, SUCCESS);
        assertThat(fixture.ask(20, FAILURE)).isEqualTo(10);
    }

    @Test
    void ignoresAttemptsBeforeTheLastTwenty() throws InterruptedException {
        fixture.ask(4, FAILURE);
        fixture.ask(20, SUCCESS);

        assertThat(fixture.ask(20, FAILURE)).isEqualTo(10);
    }

    @Test
    void staysClosedIfFewerThanHalfFail() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            fixture.ask(1, FAILURE);
            assertThat(fixture.ask(2, SUCCESS)).isEqualTo(2);
        }
    }

    @Test
    void answerOfAnOpenCircuitHasTheTimeOfTheNextProbe() throws InterruptedException {
        fixture.ask(10, FAILURE);
        fixture.time.advance(Duration.ofSeconds(12));

        assertThat(fixture.ask(batch -> SUCCESS))
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.CIRCUIT_OPEN,
                        "the circuit breaker is open after repeated failures of Partner Center; nothing was sent",
                        Optional.of(Duration.ofSeconds(18)),
                        Trace.NOTHING_SENT));
    }

    @Test
    void staysOpenForThirtySeconds() throws InterruptedException {
        fixture.ask(10, FAILURE);
        fixture.time.advance(Duration.ofMillis(29_999));
        assertThat(fixture.isOpen()).isTrue();

        fixture.time.advance(Duration.ofMillis(1));
        assertThat(fixture.isOpen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("shortTimes")
    void opensForEveryValidDuration(Duration open) throws InterruptedException {
        var other = new CircuitBreakerFixture(new CircuitBreakerSettings(1, 1, 100, open, 1, Duration.ofSeconds(10)));
        other.ask(1, FAILURE);
        assertThat(other.isOpen()).isTrue();

        other.time.advance(open.plusMillis(2));
        assertThat(other.isOpen()).isFalse();
    }

    static Stream<Duration> shortTimes() {
        return Stream.of(Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofDays(1));
    }

    /** A half-open circuit breaker and its three probes. */
    @Nested
    class HalfOpen {

        private int simultaneous;

        @ParameterizedTest
        @MethodSource("answersOfAReachableService")
        void closesAfterThreeAnsweredProbes(BatchStatusAnswer answer) throws InterruptedException {
            fixture.halfOpen();
            assertThat(fixture.ask(3, answer)).isEqualTo(3);

            assertThat(fixture.ask(25, FAILURE))
                    .as("closed: ten failures open it")
                    .isEqualTo(10);
        }

        static Stream<BatchStatusAnswer> answersOfAReachableService() {
            return Stream.of(SUCCESS, Answers.notFound(), Answers.refused(RefusalReason.UNAUTHENTICATED));
        }

        @Test
        void opensIfMostProbesFail() throws InterruptedException {
            fixture.halfOpen();
            assertThat(fixture.ask(1, SUCCESS)).isEqualTo(1);
            assertThat(fixture.ask(10, FAILURE)).isEqualTo(2);

            fixture.time.advance(Duration.ofSeconds(20));
            assertThat(fixture.ask(batch -> SUCCESS))
                    .asInstanceOf(type(Unavailable.class))
                    .extracting(Unavailable::retryAfter)
                    .isEqualTo(Optional.of(Duration.ofSeconds(10)));
            fixture.time.advance(Duration.ofSeconds(10));
            assertThat(fixture.isOpen()).isFalse();
        }

        @Test
        void closesIfOneProbeFails() throws InterruptedException {
            fixture.halfOpen();
            fixture.ask(1, FAILURE);
            fixture.ask(2, SUCCESS);

            assertThat(fixture.ask(25, FAILURE)).isEqualTo(10);
        }

        @ParameterizedTest
        @MethodSource("inconclusiveAnswers")
        void ignoresInconclusiveProbes(BatchStatusAnswer answer) throws InterruptedException {
            fixture.halfOpen();
            assertThat(fixture.ask(50, answer)).isEqualTo(50);

            assertThat(fixture.ask(10, FAILURE)).as("still half open").isEqualTo(3);
        }

        static Stream<BatchStatusAnswer> inconclusiveAnswers() {
            return Stream.of(Answers.unreadable(), Answers.throttled(Duration.ofSeconds(1)), refusedByProxy());
        }

        @ParameterizedTest
        @MethodSource("recordedAnswers")
        void anAnsweredProbeIsNotReplaced(BatchStatusAnswer answer) throws InterruptedException {
            fixture.halfOpen();
            fixture.ask(1, answer);
            fixture.ask(this::sendAnotherMeanwhile);

            assertThat(simultaneous).isEqualTo(2);
        }

        static Stream<BatchStatusAnswer> recordedAnswers() {
            return Stream.concat(Stream.of(FAILURE), answersOfAReachableService());
        }

        private BatchStatusAnswer sendAnotherMeanwhile(BatchReference batch) throws InterruptedException {
            simultaneous++;
            return simultaneous < 10 ? fixture.ask(this::sendAnotherMeanwhile) : SUCCESS;
        }

        @Test
        void aProbeThatFailsWithAnErrorIsReplaced() throws InterruptedException {
            fixture.halfOpen();
            for (int probe = 0; probe < 20; probe++) {
                assertThatThrownBy(() -> fixture.ask(batch -> {
                            throw new OutOfMemoryError("planted");
                        }))
                        .isInstanceOf(OutOfMemoryError.class);
            }

            assertThat(fixture.ask(3, SUCCESS)).isEqualTo(3);
            assertThat(fixture.ask(25, FAILURE)).isEqualTo(10);
        }

        @Test
        void aProbeThatIsInterruptedIsReplaced() throws InterruptedException {
            fixture.halfOpen();
            for (int probe = 0; probe < 20; probe++) {
                assertThatThrownBy(() -> fixture.ask(batch -> {
                            throw new InterruptedException("planted");
                        }))
                        .isInstanceOf(InterruptedException.class);
            }

            assertThat(fixture.ask(3, SUCCESS)).isEqualTo(3);
            assertThat(fixture.ask(25, FAILURE)).isEqualTo(10);
        }

        @Test
        void numberOfProbesIsConfigurable() throws InterruptedException {
            var one = new CircuitBreakerFixture(
                    new CircuitBreakerSettings(4, 2, 100, Duration.ofSeconds(1), 1, Duration.ofSeconds(10)));
            one.ask(2, FAILURE);
            one.time.advance(Duration.ofSeconds(1));

            assertThat(one.ask(5, FAILURE)).isEqualTo(1);
        }
    }
}
