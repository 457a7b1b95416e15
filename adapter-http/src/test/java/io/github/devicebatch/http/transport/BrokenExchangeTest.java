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
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that never come, never end, or are not what they say, over a real socket. */
class BrokenExchangeTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final FakePartnerCenter fake = FakePartnerCenter.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void anAnswerCutAtAnyByteIsNeverFound() throws InterruptedException {
        HttpReply example = Reply.documentedExample();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int length = 0; length < example.body().length; length++) {
                fake.script(Batches.REFERENCE).then(example.truncatedAfter(length));

                // A Partner Center of its own for each: so many failures would open the circuit of one.
                assertThat(patientFor(LONG)
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
    void aSilentServerEndsAtTheDeadline() throws InterruptedException {
        assertTimesOut(Reply.silence());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300})
    void aStalledBodyEndsAtTheDeadline(int length) throws InterruptedException {
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
    void aBodyBeyondAnyAnswerIsNotRead() throws InterruptedException {
        byte[] endless = new byte[(16 << 20) + 1];

        assertThat(ask(LONG, Reply.bytes(200, "application/json", endless)))
                .asInstanceOf(type(Unreadable.class))
                .extracting(Unreadable::why)
                .isEqualTo("the body is longer than any answer can be");
    }

    @Test
    void aFaultBeyondAnySenseIsCutAndStillCounts() throws InterruptedException {
        byte[] page = new byte[BoundedBodySubscriber.MAX_FAULT_BYTES * 4];

        assertThat(ask(LONG, Reply.bytes(503, "text/html", page)))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause)
                .isEqualTo(UnavailabilityCause.FAILING);
    }

    @Test
    void anEncodingThatNobodyAskedForIsNotInflated() throws InterruptedException {
        assertThat(ask(LONG, Reply.documentedExample().withHeader("Content-Encoding", "gzip")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void htmlWithAGoodStatusIsNoAnswer() throws InterruptedException {
        assertThat(ask(LONG, Reply.html(200, "<html>Sign in to the proxy</html>")))
                .asInstanceOf(type(Unreadable.class))
                .extracting(Unreadable::why)
                .isEqualTo("the body can't be trusted: its Content-Type is not JSON");
    }

    @Test
    void aMissingContentTypeIsTolerated() throws InterruptedException {
        assertThat(ask(LONG, Reply.empty(200).withBody(Batches.documentedExampleJson())))
                .isInstanceOf(Found.class);
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws InterruptedException {
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
    void aServerWithoutTlsIsNotTrusted() throws InterruptedException {
        URI plain = URI.create(fake.baseUrl().toString().replace("http:", "https:"));

        try (PartnerCenter partnerCenter = OneAttempt.at(plain).build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Unavailable.class);
        }
        assertThat(fake.requests()).isEmpty();
    }

    private BatchStatusAnswer ask(Duration patience, Reply reply) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(reply);
        try (PartnerCenter partnerCenter = patientFor(patience).build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    private PartnerCenterBuilder patientFor(Duration patience) {
        return OneAttempt.at(fake.baseUrl()).attemptTimeout(patience);
    }
}
