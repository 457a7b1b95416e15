package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers by HTTP status, over a real socket. */
@ExtendWith(FakePartnerCenterExtension.class)
record HttpStatusTest(FakePartnerCenter fake) {

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "400, REJECTED",
        "405, REJECTED",
        "407, REJECTED",
        "451, REJECTED"
    })
    void clientErrorsAreRefusals(int status, RefusalReason reason) throws InterruptedException {
        BatchStatusAnswer answer = askWithReply(Reply.fault(status, "900421", "Sign\u202e in"));

        assertThat(answer).isEqualTo(new Refused(reason, Fault.of("900421", "Sign\\u{202e} in"), answer.trace()));
        assertThat(answer.trace().httpStatus()).isEqualTo(OptionalInt.of(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void notFoundAndGoneAreUnknownBatches(int status) throws InterruptedException {
        BatchStatusAnswer answer = askWithReply(Reply.fault(status, "1000", "No such job"));

        assertThat(answer).isEqualTo(new NotFound(Fault.of("1000", "No such job"), answer.trace()));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 503, 504, 507, 599})
    void temporaryServerErrorsAreUnavailable(int status) throws InterruptedException {
        BatchStatusAnswer answer =
                askWithReply(Reply.html(status, "<html>Oops</html>").withHeader("Retry-After", "3"));

        assertThat(answer)
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.FAILING,
                        "HTTP " + status,
                        Optional.of(Duration.ofSeconds(3)),
                        answer.trace()));
    }

    @Test
    void tooManyRequestsIsThrottling() throws InterruptedException {
        BatchStatusAnswer answer = askWithReply(Reply.throttled(Duration.ofSeconds(57)));

        assertThat(answer)
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.THROTTLED,
                        "HTTP 429, Rate limit is exceeded. Try again in 57 seconds.",
                        Optional.of(Duration.ofSeconds(57)),
                        answer.trace()));
    }

    @ParameterizedTest
    @CsvSource({
        "201, 'HTTP 201, which this call never answers'",
        "204, 'HTTP 204, which this call never answers'",
        "301, 'a redirect (HTTP 301), which is never followed'",
        "302, 'a redirect (HTTP 302), which is never followed'",
        "304, 'a redirect (HTTP 304), which is never followed'",
        "307, 'a redirect (HTTP 307), which is never followed'",
        "501, 'HTTP 501, which this call never answers'",
        "505, 'HTTP 505, which this call never answers'",
    })
    void otherStatusesAreUnreadable(int status, String why) throws InterruptedException {
        BatchStatusAnswer answer = askWithReply(Reply.empty(status));

        assertThat(answer).isEqualTo(new Unreadable(why, answer.trace()));
    }

    @Test
    void redirectsAreNotFollowed() throws InterruptedException {
        try (FakePartnerCenter other = FakePartnerCenter.start()) {
            askWithReply(Reply.empty(307).withHeader("Location", other.baseUrl() + "/v1"));

            assertThat(other.connections().accepted()).isZero();
        }
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void longFaultsAreTruncated() throws InterruptedException {
        BatchStatusAnswer answer = askWithReply(Reply.fault(400, "1", "x".repeat(1_024)));

        assertThat(((Refused) answer).fault().description())
                .hasValueSatisfying(text -> assertThat(text).hasSize(301).endsWith("…"));
    }

    /** A known limit: the JDK's client reads three digits and does not hand the status line over. */
    @ParameterizedTest
    @ValueSource(strings = {"2000 OK", "200x OK", "200"})
    void threeDigitsOfAStatusLineAreRead(String status) throws InterruptedException {
        BatchStatusAnswer answer = askWithReply(statusLine(status));

        assertThat(answer).isInstanceOf(Found.class);
        assertThat(answer.trace().httpStatus()).isEqualTo(OptionalInt.of(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20 OK", "2 000 OK", "abc OK", "-20 OK", "99", ""})
    void anyOtherStatusLineIsABrokenConnection(String status) throws InterruptedException {
        BatchStatusAnswer answer = askWithReply(statusLine(status));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.UNREACHABLE));
    }

    private static Reply statusLine(String status) {
        return Reply.documentedExample().rewritingHead(head -> head.replaceFirst("200 OK", status));
    }

    private BatchStatusAnswer askWithReply(Reply reply) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(reply);
        try (PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    /** Every final status from 200 to 599 with all decorators: the answer and the number of attempts. */
    @Nested
    class EveryFinalStatus {

        private static final Set<Integer> PASSING_CLIENT_ERRORS = Set.of(408, 425, 429);
        private static final Set<Integer> LASTING_SERVER_ERRORS = Set.of(501, 505, 506);

        static IntStream statuses() {
            return IntStream.rangeClosed(200, 599);
        }

        @ParameterizedTest
        @MethodSource("statuses")
        void hasTheExpectedAnswer(int status) throws InterruptedException {
            int before = fake.requests().size();
            BatchStatusAnswer answer = askWithReply(status);

            assertThat(answer).isInstanceOf(expected(status));
            assertThat(answer.trace().httpStatus()).isEqualTo(OptionalInt.of(status));
            assertThat(answer.trace().attempts()).isEqualTo(expectedAttempts(status));
            assertThat(fake.requests().size() - before).isEqualTo(expectedAttempts(status));
            assertThat(cause(answer)).isEqualTo(expectedCause(status));
        }

        private BatchStatusAnswer askWithReply(int status) throws InterruptedException {
            ManualTime time = ManualTime.start();
            fake.script(Batches.REFERENCE).then(Reply.empty(status));
            try (PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                    .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                    .time(time, time)
                    .build()) {
                return partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
        }

        private static boolean isTemporary(int status) {
            return PASSING_CLIENT_ERRORS.contains(status) || status >= 500 && !LASTING_SERVER_ERRORS.contains(status);
        }

        private static int expectedAttempts(int status) {
            return isTemporary(status) ? 4 : 1;
        }

        private static Class<? extends BatchStatusAnswer> expected(int status) {
            if (isTemporary(status)) {
                return Unavailable.class;
            }
            if (status == 404 || status == 410) {
                return NotFound.class;
            }
            return status / 100 == 4 ? Refused.class : Unreadable.class;
        }

        private static Optional<UnavailabilityCause> expectedCause(int status) {
            if (!isTemporary(status)) {
                return Optional.empty();
            }
            return Optional.of(status == 429 ? UnavailabilityCause.THROTTLED : UnavailabilityCause.FAILING);
        }

        private static Optional<UnavailabilityCause> cause(BatchStatusAnswer answer) {
            return answer instanceof Unavailable unavailable ? Optional.of(unavailable.cause()) : Optional.empty();
        }
    }
}
