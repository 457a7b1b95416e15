package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All decorators together, over a real socket and in virtual time. */
@ExtendWith(FakePartnerCenterExtension.class)
class QueryStackTest {

    private final FakePartnerCenter fake;
    private final ManualTime time;

    @AutoClose
    private final PartnerCenter partnerCenter;

    QueryStackTest(FakePartnerCenter fake, ManualTime time) {
        this.fake = fake;
        this.time = time;
        this.partnerCenter = PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .time(time, time)
                .random(bound -> bound)
                .build();
    }

    @Test
    void sendsAllAttemptsOfAQueryWithOneRequestId() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.empty(503))
                .then(Reply.empty(500))
                .then(Reply.documentedExample());
        BatchStatusAnswer answer = ask();

        assertThat(answer).isInstanceOf(Found.class);
        assertThat(fake.requests())
                .hasSize(3)
                .extracting(request -> request.header("MS-RequestId"))
                .containsOnly(answer.trace().requestId().map(Object::toString));
        assertThat(fake.requests())
                .extracting(request -> request.header("MS-CorrelationId"))
                .containsOnly(answer.trace().correlationId().map(Object::toString));
    }

    @Test
    void circuitBreakerOpensAndCloses() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        for (int query = 0; query < 3; query++) {
            ask();
        }
        assertThat(fake.requests()).as("ten failures open the circuit").hasSize(10);
        Instant opened = fake.requests().getLast().when();
        assertThat(ask())
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause)
                .isEqualTo(UnavailabilityCause.CIRCUIT_OPEN);

        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        time.advance(Duration.between(time.instant(), opened.plusSeconds(30)));
        assertThat(ask()).isInstanceOf(Found.class);
    }

    @Test
    void recoversFromAnOutageOfManyQueries() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        for (int query = 0; query < 1_000; query++) {
            ask();
        }
        assertThat(fake.requests()).as("the circuit keeps nearly all away").hasSizeLessThan(30);

        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        time.advance(Duration.ofSeconds(30));
        assertThat(List.of(ask(), ask(), ask(), ask()))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Found.class));
    }

    @Test
    void throttlingDelaysOtherQueries() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Reply.documentedExample());
        fake.script(Batches.anotherBatch()).then(Reply.documentedExample());
        ask();
        partnerCenter.batchStatus().ask(Batches.anotherBatch());

        assertThat(fake.requests())
                .extracting(RecordedRequest::when)
                .containsExactly(
                        ManualTime.DEFAULT_START,
                        ManualTime.DEFAULT_START.plusSeconds(58),
                        ManualTime.DEFAULT_START.plusSeconds(58));
    }

    @Test
    void reportsTheTimeLeftOfAnEarlierThrottling() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.throttled(Duration.ofHours(1)));
        ask();
        time.advance(Duration.ofMinutes(10));

        assertThat(partnerCenter.batchStatus().ask(Batches.anotherBatch()))
                .asInstanceOf(type(Unavailable.class))
                .extracting(
                        unavailable -> unavailable.cause(),
                        unavailable -> unavailable.retryAfter().orElseThrow())
                .containsExactly(UnavailabilityCause.THROTTLED, Duration.ofMinutes(50));
        assertThat(fake.requests()).hasSize(1);
    }

    private BatchStatusAnswer ask() throws InterruptedException {
        return partnerCenter.batchStatus().ask(Batches.REFERENCE);
    }

    /** Every format of a retry time, with all decorators. The clock starts on Monday at 9:00:00 GMT. */
    @Nested
    class RetryAfterHeaders {

        private LongUnaryOperator random = bound -> 0;

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            Retry-After: 1                                                                  | 1000
            Retry-After: 2                                                                  | 2000
            Retry-After: 57                                                                 | 57000
            Retry-After: 119                                                                | 119000
            retry-after: 57                                                                 | 57000
            RETRY-AFTER: 0057                                                               | 57000
            Retry-After:   57                                                               | 57000
            Retry-After: Mon, 05 Jan 2026 09:00:30 GMT                                      | 30000
            Retry-After: Mon, 5 Jan 2026 09:00:30 GMT                                       | 30000
            Retry-After: Monday, 05-Jan-26 09:00:30 GMT                                     | 30000
            Retry-After: Mon Jan  5 09:00:30 2026                                           | 30000
            Date: Mon, 05 Jan 2026 08:00:00 GMT; Retry-After: Mon, 05 Jan 2026 08:00:30 GMT | 30000
            Date: Mon, 05 Jan 2026 10:00:00 GMT; Retry-After: Mon, 05 Jan 2026 10:00:30 GMT | 30000
            Date: nonsense; Retry-After: Mon, 05 Jan 2026 09:00:30 GMT                      | 30000
            Retry-After: 2; Retry-After: 57                                                 | 57000
            Retry-After: 57; Retry-After: 2                                                 | 57000
            Retry-After: 2; Retry-After: Mon, 05 Jan 2026 09:00:30 GMT                      | 30000
            Retry-After: soon; Retry-After: 57                                              | 57000
            retry-after-ms: 1500                                                            | 1500
            retry-after-ms: 1500; Retry-After: 57                                           | 57000
            retry-after-ms: 0; Retry-After: 4                                               | 4000
            Retry-After: 57, 58                                                             | 58000
            Retry-After: 1.5                                                                | 1500
            Retry-After: Tue, 05 Jan 2026 09:00:30 GMT                                      | 30000
            Retry-After: Mon, 05 Jan 2026 09:00:30 UTC                                      | 30000
            Retry-After: Mon, 05 Jan 2026 09:00:60 GMT                                      | 60000
            x-ms-retry-after-ms: 250                                                        | 250
            x-ms-retry-after-ms: 250; retry-after-ms: 1500; Retry-After: 57                 | 57000
            x-ms-retry-after-ms: junk; retry-after-ms: 1500; Retry-After: 57                | 57000
            x-ms-retry-after-ms: 1; x-ms-retry-after-ms: 700                                | 700
            """)
        void waitsForTheGivenTime(String headers, long millis) throws InterruptedException {
            assertThat(askWithReply(throttled(headers))).isInstanceOf(Found.class);
            assertThat(time.pauses()).containsExactly(Duration.ofMillis(millis));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            Content-Language: en                                                            | no time
            Retry-After: 0                                                                  | at once is no answer to throttling
            retry-after-ms: 0                                                               | nor in milliseconds
            Retry-After: -5                                                                 | negative
            Retry-After: 5e3                                                                | not in digits
            Retry-After: 57 seconds                                                         | with a unit
            Retry-After: soon                                                               | no time
            Retry-After: Mon, 05 Jan 2026 08:59:59 GMT                                      | past
            Retry-After: Mon, 05 Jan 2026 09:00:00 GMT                                      | now
            Retry-After: 2026-01-05T09:00:30Z                                               | not an HTTP date
            Retry-After: Mon, 05 Jan 2026 25:00:30 GMT                                      | no such hour
            x-ms-retry-after-ms: -1                                                         | negative
            """)
        void waitsForTheBackoffWithoutAUsableTime(String headers, String why) throws InterruptedException {
            assertThat(askWithReply(throttled(headers))).isInstanceOf(Found.class);
            assertThat(time.pauses()).as(why).containsExactly(Duration.ofSeconds(1));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            Retry-After: 120                                | 120
            Retry-After: 3600                               | 3600
            Retry-After: Mon, 05 Jan 2026 10:00:00 GMT      | 3600
            retry-after-ms: 3600000                         | 3600
            Retry-After: 99999999999999999999999            | 31622400
            """)
        void doesNotRetryAfterALongTimeAndReportsIt(String headers, long seconds) throws InterruptedException {
            assertThat(askWithReply(throttled(headers))).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.THROTTLED);
                assertThat(unavailable.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(seconds)));
            });
            assertThat(fake.requests()).hasSize(1);
            assertThat(time.pauses()).isEmpty();
        }

        @Test
        void addsAtMostOneSecond() throws InterruptedException {
            random = bound -> bound;
            askWithReply(throttled("Retry-After: 57"));

            assertThat(fake.requests().getLast().when()).isEqualTo(ManualTime.DEFAULT_START.plusSeconds(58));
        }

        @Test
        void appliesToServerErrorsToo() throws InterruptedException {
            askWithReply(Reply.empty(503).withHeader("Retry-After", "57"));

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(57));
        }

        private static HttpReply throttled(String headers) {
            HttpReply reply = Reply.empty(429);
            for (String header : headers.split("; ")) {
                String[] parts = header.split(": ", 2);
                reply = reply.withHeader(parts[0], parts[1]);
            }
            return reply;
        }

        private BatchStatusAnswer askWithReply(Reply reply) throws InterruptedException {
            fake.script(Batches.REFERENCE).then(reply).then(Reply.documentedExample());
            try (PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                    .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                    .time(time, time)
                    .random(bound -> random.applyAsLong(bound))
                    .build()) {
                return partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
        }
    }
}
