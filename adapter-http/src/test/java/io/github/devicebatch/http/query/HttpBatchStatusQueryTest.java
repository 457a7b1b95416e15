package io.github.devicebatch.http.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The question as it goes over a real socket, and what is kept of its answer. */
class HttpBatchStatusQueryTest {

    private static final UUID CORRELATION = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter fake = FakePartnerCenter.start(time);
    private final PartnerCenterBuilder partnerCenter =
            OneAttempt.at(fake.baseUrl()).time(time, time);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void asksAsTheVendorDocumentsIt() throws InterruptedException {
        ask(partnerCenter.locale("sr-Latn-RS").applicationName("a test").correlationId(CORRELATION));

        RecordedRequest request = fake.requests().getFirst();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path())
                .isEqualTo("/v1/customers/" + Batches.CUSTOMER + "/batchJobStatus/" + Batches.TRACKING);
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.header("MS-Contract-Version")).contains("v1");
        assertThat(request.header("MS-CorrelationId")).contains(CORRELATION.toString());
        assertThat(request.header("MS-RequestId")).hasValueSatisfying(UUID::fromString);
        assertThat(request.header("X-Locale")).contains("sr-Latn-RS");
        assertThat(request.header("MS-PartnerCenter-Application")).contains("a test");
        assertThat(request.header("Upgrade")).isEmpty();
    }

    @Test
    void leavesOutWhatNobodySaid() throws InterruptedException {
        ask(partnerCenter);

        RecordedRequest request = fake.requests().getFirst();
        assertThat(request.header("X-Locale")).contains("en-US");
        assertThat(request.header("MS-PartnerCenter-Application")).isEmpty();
    }

    @Test
    void givesEveryQuestionAnIdOfItsOwn() throws InterruptedException {
        try (PartnerCenter one = partnerCenter.build()) {
            one.batchStatus().ask(Batches.REFERENCE);
            one.batchStatus().ask(Batches.REFERENCE);
        }

        assertThat(fake.requests())
                .extracting(request -> request.header("MS-RequestId"))
                .doesNotHaveDuplicates();
        assertThat(fake.requests())
                .extracting(request -> request.header("MS-CorrelationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsWhatVendorSupportAsksFor() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.documentedExample()
                        .withHeader("MS-RequestId", "server's own")
                        .withHeader("MS-CorrelationId", "theirs")
                        .withHeader("MS-CV", "cv.0")
                        .withHeader("MS-ServerId", "1010"));

        Trace trace = ask(partnerCenter.correlationId(CORRELATION)).trace();

        assertThat(trace.attempts()).isEqualTo(1);
        assertThat(trace.httpStatus()).isEqualTo(OptionalInt.of(200));
        assertThat(trace.correlationId()).contains(CORRELATION);
        assertThat(trace.requestId().map(UUID::toString))
                .isEqualTo(fake.requests().getFirst().header("MS-RequestId"));
        assertThat(trace.serverIds())
                .isEqualTo(new ServerIds(
                        Optional.of("server's own"), Optional.of("theirs"), Optional.of("cv.0"), Optional.of("1010")));
    }

    @Test
    void measuresHowLongItTook() throws InterruptedException {
        AccessTokenSource slow = () -> {
            time.advance(Duration.ofSeconds(2));
            return AccessToken.of("good");
        };

        assertThat(ask(partnerCenter.tokens(slow)).trace().elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsTheDocumentedExample() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());

        assertThat(ask(partnerCenter))
                .asInstanceOf(type(Found.class))
                .extracting(Found::status)
                .isEqualTo(Batches.documentedExample());
    }

    @Test
    void takesItsAnswerFromNoOtherBatch() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Batches.finished(Batches.anotherBatch().tracking()));

        assertThat(ask(partnerCenter))
                .asInstanceOf(type(Unreadable.class))
                .extracting(Unreadable::why)
                .isEqualTo("it is about another batch than the one asked about");
    }

    private static BatchStatusAnswer ask(PartnerCenterBuilder how) throws InterruptedException {
        try (PartnerCenter one = how.build()) {
            return one.batchStatus().ask(Batches.REFERENCE);
        }
    }
}
