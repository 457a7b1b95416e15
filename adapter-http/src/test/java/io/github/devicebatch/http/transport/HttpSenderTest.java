package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout of an exchange: that of the attempt, or the time left for the query if it is shorter. */
class HttpSenderTest {

    private static final String ID = "3e4b1c4e-6f0a-4f7e-9a53-0f3c1f0a8d11";

    private final FakePartnerCenter fake = FakePartnerCenter.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        fake.close();
    }

    @RepeatedTest(20)
    void sendsNothingIfNoTimeIsLeft() throws InterruptedException {
        assertThat(sendWithin(Duration.ofSeconds(15), Duration.ZERO))
                .isEqualTo(new HttpSender.Result.Failed(
                        UnavailabilityCause.DEADLINE, "no whole answer within the 0 ms that were left for the query"));
        assertThat(fake.connections().accepted()).isZero();
    }

    @Test
    void endsAtTheDeadlineOfTheQuery() throws InterruptedException {
        assertThat(sendWithin(Duration.ofSeconds(15), Duration.ofMillis(50)))
                .isEqualTo(new HttpSender.Result.Failed(
                        UnavailabilityCause.DEADLINE, "no whole answer within the 50 ms that were left for the query"));
    }

    @Test
    void endsAtTheTimeoutOfTheAttempt() throws InterruptedException {
        assertThat(sendWithin(Duration.ofMillis(50), Duration.ofSeconds(15)))
                .isEqualTo(new HttpSender.Result.Failed(UnavailabilityCause.TIMED_OUT, "no whole answer within 50 ms"));
    }

    private HttpSender.Result sendWithin(Duration attempt, Duration left) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.silence());
        return sender(client, attempt).send(request(), left);
    }

    private static HttpSender sender(HttpClient client, Duration attempt) {
        return new HttpSender(new ConnectionPool(new ClientSource.Callers(client)), attempt, 1 << 20);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(new BaseUrl(fake.baseUrl()).batchJobStatus(Batches.REFERENCE))
                .headers("Authorization", "Bearer made-up", "Accept", "application/json", "X-Locale", "en-US")
                .headers("MS-RequestId", ID, "MS-CorrelationId", ID, "MS-Contract-Version", "v1")
                .build();
    }

    /** A client with a connect timeout keeps the first exchange of a connection with it. */
    @Test
    void anOpenConnectionKeepsNoBody() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        try (HttpClient pooling =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build()) {
            WeakReference<byte[]> body = new WeakReference<>(body(sender(pooling, Duration.ofSeconds(30))));
            for (int collection = 0; collection < 100 && body.get() != null; collection++) {
                System.gc();
            }

            assertThat(body.get()).isNull();
            assertThat(fake.connections().open()).isEqualTo(1);
        }
    }

    private byte[] body(HttpSender sender) throws InterruptedException {
        HttpSender.Result result = sender.send(request(), Duration.ofSeconds(30));
        return ((HttpSender.Result.Answered) result).response().body();
    }

    /** Missing, endless and invalid responses, over a real socket. */
    @Nested
    class BrokenResponses {

        private static final Duration SHORT = Duration.ofMillis(300);
        private static final Duration LONG = Duration.ofMinutes(2);

        @Test
        void bodyTruncatedAtAnyOffsetIsUnreachable() throws InterruptedException {
            HttpReply example = Reply.documentedExample();
            try (HttpClient client = HttpClient.newHttpClient()) {
                for (int length = 0; length < example.body().length; length++) {
                    fake.script(Batches.REFERENCE).then(example.truncatedAfter(length));

                    // Each query has its own PartnerCenter, because the failures would open a shared circuit breaker.
                    assertThat(builderWithTimeout(LONG)
                                    .httpClient(client)
                                    .build()
                                    .batchStatus()
                                    .ask(Batches.REFERENCE))
                            .as("cut after %d bytes", length)
                            .asInstanceOf(type(Unavailable.class))
                            .extracting(Unavailable::cause)
                            .isEqualTo(UnavailabilityCause.UNREACHABLE);
                }
            }
        }

        @Test
        void silentServerTimesOut() throws InterruptedException {
            assertTimesOut(Reply.silence());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 300})
        void stalledBodyTimesOut(int length) throws InterruptedException {
            assertTimesOut(Reply.documentedExample().stallingAfter(length));
        }

        private void assertTimesOut(Reply reply) throws InterruptedException {
            BatchStatusAnswer answer = ask(SHORT, reply);

            assertThat(answer)
                    .asInstanceOf(type(Unavailable.class))
                    .extracting(Unavailable::cause, Unavailable::detail)
                    .containsExactly(UnavailabilityCause.TIMED_OUT, "no whole answer within 300 ms");
        }

        @Test
        void bodyAboveTheLimitIsUnreadable() throws InterruptedException {
            byte[] endless = new byte[(16 << 20) + 1];

            assertThat(ask(LONG, Reply.bytes(200, "application/json", endless)))
                    .asInstanceOf(type(Unreadable.class))
                    .extracting(Unreadable::why)
                    .isEqualTo("the body is longer than any answer can be");
        }

        @Test
        void longFaultBodyIsTruncated() throws InterruptedException {
            byte[] page = new byte[BoundedBodySubscriber.MAX_FAULT_BYTES * 4];

            assertThat(ask(LONG, Reply.bytes(503, "text/html", page)))
                    .asInstanceOf(type(Unavailable.class))
                    .extracting(Unavailable::cause)
                    .isEqualTo(UnavailabilityCause.FAILING);
        }

        @Test
        void encodingThatWasNotRequestedIsUnreadable() throws InterruptedException {
            assertThat(ask(LONG, Reply.documentedExample().withHeader("Content-Encoding", "gzip")))
                    .isInstanceOf(Unreadable.class);
        }

        @Test
        void htmlWithStatus200IsUnreadable() throws InterruptedException {
            assertThat(ask(LONG, Reply.html(200, "<html>Sign in to the proxy</html>")))
                    .asInstanceOf(type(Unreadable.class))
                    .extracting(Unreadable::why)
                    .isEqualTo("the body can't be trusted: its Content-Type is not JSON");
        }

        @Test
        void missingContentTypeIsAccepted() throws InterruptedException {
            assertThat(ask(LONG, Reply.empty(200).withBody(Batches.documentedExampleJson())))
                    .isInstanceOf(Found.class);
        }

        @Test
        void refusedConnectionIsUnreachable() throws InterruptedException {
            URI gone = fake.baseUrl();
            fake.close();

            try (PartnerCenter partnerCenter = OneAttempt.at(gone).build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                        .asInstanceOf(type(Unavailable.class))
                        .extracting(Unavailable::cause, Unavailable::detail)
                        .containsExactly(UnavailabilityCause.UNREACHABLE, "the host refused the connection");
            }
        }

        @Test
        void serverWithoutTlsIsUnavailable() throws InterruptedException {
            URI plain = URI.create(fake.baseUrl().toString().replace("http:", "https:"));

            try (PartnerCenter partnerCenter = OneAttempt.at(plain).build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Unavailable.class);
            }
            assertThat(fake.requests()).isEmpty();
        }

        private BatchStatusAnswer ask(Duration timeout, Reply reply) throws InterruptedException {
            fake.script(Batches.REFERENCE).then(reply);
            try (PartnerCenter partnerCenter = builderWithTimeout(timeout).build()) {
                return partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
        }

        private PartnerCenterBuilder builderWithTimeout(Duration timeout) {
            return OneAttempt.at(fake.baseUrl()).attemptTimeout(timeout);
        }
    }
}
