package io.github.devicebatch.http.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.RetrySettings;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The request over a real socket, and the answer to it. */
@ExtendWith(FakePartnerCenterExtension.class)
record HttpBatchStatusQueryTest(FakePartnerCenter fake, ManualTime time) {

    private static final UUID CORRELATION = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private PartnerCenterBuilder partnerCenter() {
        return OneAttempt.at(fake.baseUrl()).time(time, time);
    }

    @BeforeEach
    void script() {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    @Test
    void sendsTheDocumentedRequest() throws InterruptedException {
        ask(partnerCenter().locale("sr-Latn-RS").applicationName("a test").correlationId(CORRELATION));

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
    void omitsOptionalHeaders() throws InterruptedException {
        ask(partnerCenter());

        RecordedRequest request = fake.requests().getFirst();
        assertThat(request.header("X-Locale")).contains("en-US");
        assertThat(request.header("MS-PartnerCenter-Application")).isEmpty();
    }

    @Test
    void everyQueryHasItsOwnIds() throws InterruptedException {
        try (PartnerCenter opened = partnerCenter().build()) {
            opened.batchStatus().ask(Batches.REFERENCE);
            opened.batchStatus().ask(Batches.REFERENCE);
        }

        assertThat(fake.requests())
                .extracting(request -> request.header("MS-RequestId"))
                .doesNotHaveDuplicates();
        assertThat(fake.requests())
                .extracting(request -> request.header("MS-CorrelationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void traceHasTheIdsForVendorSupport() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.documentedExample()
                        .withHeader("MS-RequestId", "server's own")
                        .withHeader("MS-CorrelationId", "theirs")
                        .withHeader("MS-CV", "cv.0")
                        .withHeader("MS-ServerId", "1010"));

        Trace trace = ask(partnerCenter().correlationId(CORRELATION)).trace();

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
    void traceHasTheElapsedTime() throws InterruptedException {
        AccessTokenSource slow = () -> {
            time.advance(Duration.ofSeconds(2));
            return AccessToken.of("good");
        };

        assertThat(ask(partnerCenter().tokens(slow)).trace().elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsTheDocumentedExample() throws InterruptedException {
        assertThat(ask(partnerCenter()))
                .asInstanceOf(type(Found.class))
                .extracting(Found::status)
                .isEqualTo(Batches.documentedExample());
    }

    @Test
    void statusOfAnotherBatchIsUnreadable() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Batches.finished(Batches.anotherBatch().tracking()));

        assertThat(ask(partnerCenter()))
                .asInstanceOf(type(Unreadable.class))
                .extracting(Unreadable::why)
                .isEqualTo("it is about another batch than the one requested");
    }

    private static BatchStatusAnswer ask(PartnerCenterBuilder builder) throws InterruptedException {
        try (PartnerCenter opened = builder.build()) {
            return opened.batchStatus().ask(Batches.REFERENCE);
        }
    }

    /** Well-formed responses with unusual values. */
    @Nested
    class ReportedValues {

        @Test
        void keepsDuplicateDevices() throws InterruptedException {
            BatchStatus status = Batches.finished(
                    Batches.TRACKING,
                    Devices.registered("SN-0001"),
                    Devices.assignedToOtherTenant("SN-0001"),
                    Devices.registered("SN-0001"));
            assertThat(found(Reply.describing(status))).isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({
            "finished, in-progress",
            "finished, queued",
            "finished, not_listed",
            "finished_with_errors, finished"
        })
        void finishedBatchWithContradictingDevicesIsUnconfirmed(String batch, String device)
                throws InterruptedException {
            BatchStatus status = found(described(batch, "{\"status\":\"finished\"},{\"status\":\"" + device + "\"}"));

            assertThat(status.isFinal()).isTrue();
            assertThat(status.outcome()).isEqualTo(BatchOutcome.UNCONFIRMED);
        }

        @Test
        void batchInAnUnknownStateIsPending() throws InterruptedException {
            BatchStatus status = found(described("Archived", "{\"status\":\"finished\"}"));

            assertThat(status.state()).isEqualTo(new BatchState.Unlisted("Archived"));
            assertThat(status.outcome()).isEqualTo(BatchOutcome.PENDING);
        }

        @ParameterizedTest
        @CsvSource({"in-progress", "In_Progress", "INPROGRESS"})
        void inProgressIsKnownInEverySpelling(String word) throws InterruptedException {
            assertThat(found(described("processing", "{\"status\":\"" + word + "\"}"))
                            .devices())
                    .extracting(DeviceStatus::state)
                    .containsExactly(DeviceState.Listed.IN_PROGRESS);
        }

        @Test
        void numericErrorCodeIsKeptAsText() throws InterruptedException {
            assertThat(found(described("finished", "{\"status\":\"finished_with_errors\",\"errorCode\":808}"))
                            .devices())
                    .extracting(DeviceStatus::error)
                    .containsExactly(Optional.of(new DeviceError(Optional.of("808"), Optional.empty())));
        }

        @Test
        void invalidTimeIsOmittedAndRemarked() throws InterruptedException {
            BatchStatus status = found(Reply.json(200, """
                {"batchTrackingId":"%s","status":"queued","startedTime":"soon","completedTime":"0001-01-01T00:00:00"}""".formatted(Batches.TRACKING)));

            assertThat(status.startedTime()).isEmpty();
            assertThat(status.completedTime()).isEmpty();
            assertThat(status.remarks()).containsExactly("startedTime is not a time and was left out: soon");
        }

        @Test
        void statusOfAnotherBatchIsUnreadableAndNotRetried() throws InterruptedException {
            fake.script(Batches.REFERENCE)
                    .then(Batches.finished(Batches.anotherBatch().tracking()))
                    .then(Batches.finished());
            try (PartnerCenter partnerCenter =
                    OneAttempt.at(fake.baseUrl()).retries(RetrySettings.DEFAULT).build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                        .asInstanceOf(type(Unreadable.class))
                        .extracting(Unreadable::why)
                        .isEqualTo("it is about another batch than the one requested");
            }
            assertThat(fake.requests()).hasSize(1);
        }

        private BatchStatus found(Reply reply) throws InterruptedException {
            fake.script(Batches.REFERENCE).then(reply);
            try (PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
                return assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                        .asInstanceOf(type(Found.class))
                        .actual()
                        .status();
            }
        }

        private static Reply described(String status, String devices) {
            return Reply.json(
                    200,
                    String.format(
                            Locale.ROOT,
                            "{\"batchTrackingId\":\"%s\",\"status\":\"%s\",\"devicesStatus\":[%s]}",
                            Batches.TRACKING,
                            status,
                            devices));
        }
    }
}
