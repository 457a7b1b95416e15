package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a service says when to come back, through the whole stack; it is Monday, 9:00:00 GMT. */
class ToldToWaitTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter fake = FakePartnerCenter.start(time);
    private LongUnaryOperator random = bound -> 0;

    @AfterEach
    void close() {
        fake.close();
    }

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
    void waitsExactlyWhatItWasTold(String headers, long millis) throws InterruptedException {
        assertThat(askMeeting(throttled(headers))).isInstanceOf(Found.class);
        assertThat(time.pauses()).containsExactly(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Language: en                                                            | nothing told
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
    void waitsWhatItComputesWhenItWasToldNothing(String headers, String why) throws InterruptedException {
        assertThat(askMeeting(throttled(headers))).isInstanceOf(Found.class);
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
    void sendsNothingMoreAndSaysWhenToComeBack(String headers, long seconds) throws InterruptedException {
        assertThat(askMeeting(throttled(headers))).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.THROTTLED);
            assertThat(unavailable.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(seconds)));
        });
        assertThat(fake.requests()).hasSize(1);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void addsAtMostASecond() throws InterruptedException {
        random = bound -> bound;
        askMeeting(throttled("Retry-After: 57"));

        assertThat(fake.requests().getLast().when()).isEqualTo(ManualTime.DEFAULT_START.plusSeconds(58));
    }

    @Test
    void listensToAFailingServiceToo() throws InterruptedException {
        askMeeting(Reply.empty(503).withHeader("Retry-After", "57"));

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

    private BatchStatusAnswer askMeeting(Reply reply) throws InterruptedException {
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
