package io.github.devicebatch.application;

import static io.github.devicebatch.application.RefusalReason.FORBIDDEN;
import static io.github.devicebatch.application.Trace.NOTHING_SENT;
import static io.github.devicebatch.application.UnavailabilityCause.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.support.Answers;
import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchStatusAnswerTest {

    private static final Fault FAULT = Fault.of("1000", "no such job");
    private static final Optional<Duration> SOON = Optional.of(Duration.ofSeconds(57));
    private static final BatchStatus STATUS = new BatchStatus(
            BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932"),
            BatchState.Listed.QUEUED,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    private static final Trace TRACE = new Trace(
            1, Duration.ofMillis(40), OptionalInt.of(200), Optional.empty(), Optional.empty(), ServerIds.NONE);

    static Stream<BatchStatusAnswer> everyAnswer() {
        return Stream.of(
                new Found(STATUS, TRACE),
                new NotFound(FAULT, TRACE),
                new Refused(FORBIDDEN, FAULT, TRACE),
                new Unavailable(THROTTLED, "too many questions", SOON, TRACE),
                new Unreadable("not JSON", TRACE),
                new Unreadable("too large", Party.CLIENT, TRACE));
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void tellsHowItCameAbout(BatchStatusAnswer answer) {
        assertThat(answer.trace()).isSameAs(TRACE);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            party             | reason          | status | code  | concerns the caller
            PARTNER_CENTER    | UNAUTHENTICATED | 401    |       | true
            PARTNER_CENTER    | UNAUTHENTICATED | 401    | 77    | true
            PARTNER_CENTER    | FORBIDDEN       | 403    | 2032  | true
            PARTNER_CENTER    | FORBIDDEN       | 403    | 20002 | false
            PARTNER_CENTER    | FORBIDDEN       | 403    |       | false
            PARTNER_CENTER    | REJECTED        | 400    |       | false
            IDENTITY_PLATFORM | UNAUTHENTICATED |        |       | true
            IDENTITY_PLATFORM | REJECTED        |        |       | true
            CLIENT            | UNAUTHENTICATED |        |       | true
            PROXY             | FORBIDDEN       | 403    |       | true
            PROXY             | UNAUTHENTICATED | 407    |       | true
            """)
    void aRefusalConcernsTheCallerOrTheBatch(
            Party party, RefusalReason reason, Integer status, String code, boolean concernsCaller) {
        Trace trace = new Trace(
                1,
                Duration.ZERO,
                status == null ? OptionalInt.empty() : OptionalInt.of(status),
                Optional.empty(),
                Optional.empty(),
                ServerIds.NONE);
        Refused refused = new Refused(reason, party, new Fault(Optional.ofNullable(code), Optional.empty()), trace);

        assertThat(refused.concernsCaller()).isEqualTo(concernsCaller);
    }

    @Test
    void aQueryMayAcceptErrors() throws InterruptedException {
        BatchStatusQuery found = batch -> new Found(STATUS, TRACE);
        BatchStatusQuery notFound = batch -> new NotFound(FAULT, TRACE);
        AcceptedErrors errors = AcceptedErrors.of("806");

        assertThat(found.accepting(errors).ask(Answers.BATCH)).isEqualTo(new Found(STATUS.accepting(errors), TRACE));
        assertThat(notFound.accepting(errors).ask(Answers.BATCH)).isEqualTo(new NotFound(FAULT, TRACE));
        assertThatNullPointerException().isThrownBy(() -> found.accepting(null)).withMessage("errors");
    }

    static Stream<ThrowingCallable> everyAnswerWithOnePartMissing() {
        return Stream.of(
                () -> new Found(null, TRACE),
                () -> new Found(STATUS, null),
                () -> new NotFound(null, TRACE),
                () -> new NotFound(FAULT, null),
                () -> new Refused(null, FAULT, TRACE),
                () -> new Refused(FORBIDDEN, null, TRACE),
                () -> new Refused(FORBIDDEN, FAULT, null),
                () -> new Unavailable(null, "words", SOON, TRACE),
                () -> new Unavailable(THROTTLED, null, SOON, TRACE),
                () -> new Unavailable(THROTTLED, "words", null, TRACE),
                () -> new Unavailable(THROTTLED, "words", SOON, null),
                () -> new Unreadable(null, TRACE),
                () -> new Unreadable("words", null));
    }

    @ParameterizedTest
    @MethodSource("everyAnswerWithOnePartMissing")
    void refusesNullInEveryPart(ThrowingCallable answer) {
        assertThatNullPointerException().isThrownBy(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void saysWhatHappenedOrIsWrong(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unavailable(THROTTLED, blank, SOON, NOTHING_SENT))
                .withMessage("the detail is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unreadable(blank, NOTHING_SENT))
                .withMessage("the reason is blank");
    }

    @Test
    void asksToBeLeftAloneForATimeThatIsNotNegative() {
        Optional<Duration> now = Optional.of(Duration.ZERO);
        Optional<Duration> past = Optional.of(Duration.ofSeconds(-57));

        assertThat(new Unavailable(THROTTLED, "words", now, TRACE).retryAfter()).isEqualTo(now);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unavailable(THROTTLED, "words", past, TRACE))
                .withMessage("retryAfter is negative: PT-57S");
    }
}
