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
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PartnerCenterTest {

    private final PartnerCenterBuilder description =
            PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

    @Test
    void printsItsStackAndNoSecret() {
        try (PartnerCenter partnerCenter = description.build()) {
            assertThat(partnerCenter)
                    .hasToString("PartnerCenter[https://api.partnercenter.microsoft.com,"
                            + " RetryingQuery[CircuitBreakingQuery[RateLimitingQuery[HttpBatchStatusQuery]]]]");
        }
    }

    @Test
    void givesTheSameQuestionEveryTimeAndClosesTwice() {
        PartnerCenter partnerCenter = description.build();

        assertThat(partnerCenter.batchStatus()).isSameAs(partnerCenter.batchStatus());
        partnerCenter.close();
        partnerCenter.close();
    }

    @Test
    void refusesAClientThatFollowsRedirects() {
        try (HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            assertThatThrownBy(() -> description.httpClient(follower))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Redirect.NEVER");
        }
    }

    /** Connections are counted by the far end, while it fails. */
    @Nested
    class RetryConnections {

        private static final int QUESTIONS = 50;

        @Test
        void retriesUseTheSameConnection() throws InterruptedException {
            ManualTime time = ManualTime.start();
            try (FakePartnerCenter fake = FakePartnerCenter.start(time);
                    PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                            .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                            .time(time, time)
                            .build()) {
                for (int question = 0; question < QUESTIONS; question++) {
                    fake.script(Batches.REFERENCE)
                            .then(question % 2 == 0 ? Reply.status(503) : Reply.throttled(Duration.ofSeconds(57)))
                            .then(Batches.finished());

                    assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                            .isInstanceOf(Found.class);
                    // A budget for retries that lasts for ever takes four questions without one.
                    for (int untroubled = 0; untroubled < 4; untroubled++) {
                        partnerCenter.batchStatus().ask(Batches.REFERENCE);
                    }
                }

                assertThat(fake.requestCount()).isEqualTo(6 * QUESTIONS);
                assertThat(fake.connections().accepted()).isEqualTo(1);
            }
        }
    }

    /** A whole response behind the end of the one before it, on the same connection: nobody asked for it. */
    @Nested
    @Timeout(60)
    class ExcessBytes {

        private static final int TIMES = 50;

        @Test
        void isNeverTakenForTheAnswerToTheNextQuestion() throws InterruptedException {
            try (FakePartnerCenter fake = FakePartnerCenter.start();
                    PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
                for (int time = 0; time < TIMES; time++) {
                    fake.script(Batches.REFERENCE).then(withMoreBehind(Reply.documentedExample()));
                    assertThat(answer(partnerCenter)).isEqualTo("Found");

                    fake.script(Batches.REFERENCE).then(Reply.documentedExample());
                    assertThat(answer(partnerCenter)).isEqualTo("Found");
                }
            }
        }

        private static String answer(PartnerCenter partnerCenter) throws InterruptedException {
            return FaultRow.inWords(partnerCenter.batchStatus().ask(Batches.REFERENCE));
        }

        private static HttpReply withMoreBehind(HttpReply reply) {
            byte[] lie = Reply.describing(Batches.queued()).body();
            var body = new ByteArrayOutputStream();
            body.writeBytes(reply.body());
            body.writeBytes(String.format(
                            Locale.ROOT,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
                            lie.length)
                    .getBytes());
            body.writeBytes(lie);
            return reply.withBody(body.toByteArray()).withHeader("Content-Length", "" + reply.body().length);
        }
    }

    /** Connections are counted by the far end. */
    @Nested
    class Connections {

        private static final int QUESTIONS = 50;

        @Test
        void manyQuestionsInARowUseOneConnection() throws InterruptedException {
            try (FakePartnerCenter fake = FakePartnerCenter.start();
                    PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
                fake.script(Batches.REFERENCE)
                        .then(Batches.queued())
                        .then(Reply.html(503, "<html>Oops</html>"))
                        .then(Reply.json(200, "{broken"))
                        .then(Reply.fault(404, "1000", "No such job"))
                        .then(Reply.empty(302))
                        .then(Batches.finished());

                for (int question = 0; question < QUESTIONS; question++) {
                    partnerCenter.batchStatus().ask(Batches.REFERENCE);
                }

                assertThat(fake.requests()).hasSize(QUESTIONS);
                assertThat(fake.connections().accepted()).isEqualTo(1);
            }
        }
    }
}
