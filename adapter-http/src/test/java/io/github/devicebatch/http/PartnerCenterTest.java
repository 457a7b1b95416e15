package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

class PartnerCenterTest {

    private final PartnerCenterBuilder description =
            PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

    @Test
    void toStringNamesTheDecoratorsAndNoSecret() {
        try (PartnerCenter partnerCenter = description.build()) {
            assertThat(partnerCenter)
                    .hasToString("PartnerCenter[https://api.partnercenter.microsoft.com,"
                            + " RetryingQuery[CircuitBreakingQuery[RateLimitingQuery[HttpBatchStatusQuery]]]]");
        }
    }

    @Test
    void returnsTheSameQueryAndClosesTwice() {
        PartnerCenter partnerCenter = description.build();

        assertThat(partnerCenter.batchStatus()).isSameAs(partnerCenter.batchStatus());
        partnerCenter.close();
        partnerCenter.close();
    }

    @Test
    void rejectsAClientThatFollowsRedirects() {
        try (HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            assertThatThrownBy(() -> description.httpClient(follower))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Redirect.NEVER");
        }
    }

    /** Connections, counted by the fake. */
    @Nested
    @Timeout(60)
    @ExtendWith(FakePartnerCenterExtension.class)
    class Connections {

        private static final int QUERIES = 50;

        @Test
        void consecutiveQueriesReuseTheConnection(FakePartnerCenter fake) throws InterruptedException {
            fake.script(Batches.REFERENCE)
                    .then(Batches.queued())
                    .then(Reply.html(503, "<html>Oops</html>"))
                    .then(Reply.json(200, "{broken"))
                    .then(Reply.fault(404, "1000", "No such job"))
                    .then(Reply.empty(302))
                    .then(Batches.finished());

            try (PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
                for (int query = 0; query < QUERIES; query++) {
                    partnerCenter.batchStatus().ask(Batches.REFERENCE);
                }
            }

            assertThat(fake.requests()).hasSize(QUERIES);
            assertThat(fake.connections().accepted()).isEqualTo(1);
        }

        @Test
        void retriesReuseTheConnection(FakePartnerCenter fake, ManualTime time) throws InterruptedException {
            try (PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                    .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                    .time(time, time)
                    .build()) {
                for (int query = 0; query < QUERIES; query++) {
                    fake.script(Batches.REFERENCE)
                            .then(query % 2 == 0 ? Reply.status(503) : Reply.throttled(Duration.ofSeconds(57)))
                            .then(Batches.finished());

                    assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                            .isInstanceOf(Found.class);
                    // The retry budget is constant if one query in five is retried.
                    for (int withoutRetry = 0; withoutRetry < 4; withoutRetry++) {
                        partnerCenter.batchStatus().ask(Batches.REFERENCE);
                    }
                }
            }

            assertThat(fake.requestCount()).isEqualTo(6 * QUERIES);
            assertThat(fake.connections().accepted()).isEqualTo(1);
        }

        @Test
        void bytesAfterAResponseAreNotUsedForTheNextQuery(FakePartnerCenter fake) throws InterruptedException {
            try (PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
                for (int pair = 0; pair < QUERIES; pair++) {
                    fake.script(Batches.REFERENCE).then(withExcessResponse(Reply.documentedExample()));
                    assertThat(summary(partnerCenter)).isEqualTo("Found");

                    fake.script(Batches.REFERENCE).then(Reply.documentedExample());
                    assertThat(summary(partnerCenter)).isEqualTo("Found");
                }
            }
        }

        private static String summary(PartnerCenter partnerCenter) throws InterruptedException {
            return FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE));
        }

        private static HttpReply withExcessResponse(HttpReply reply) {
            byte[] excess = Reply.describing(Batches.queued()).body();
            var body = new ByteArrayOutputStream();
            body.writeBytes(reply.body());
            body.writeBytes(String.format(
                            Locale.ROOT,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
                            excess.length)
                    .getBytes());
            body.writeBytes(excess);
            return reply.withBody(body.toByteArray()).withHeader("Content-Length", "" + reply.body().length);
        }
    }
}
