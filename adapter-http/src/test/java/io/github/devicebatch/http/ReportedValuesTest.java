package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Well-formed answers whose values are odd: what they say is kept, and nothing is made of it that they do not say. */
class ReportedValuesTest {

    private final FakePartnerCenter fake = FakePartnerCenter.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void devicesThatAreTheSameAreKept() throws InterruptedException {
        BatchStatus told = Batches.finished(
                Batches.TRACKING,
                Devices.registered("SN-0001"),
                Devices.assignedToOtherTenant("SN-0001"),
                Devices.registered("SN-0001"));
        assertThat(found(Reply.describing(told))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"finished, in-progress", "finished, queued", "finished, not_listed", "finished_with_errors, finished"})
    void aFinishedBatchThatItsRowsDoNotBearOutIsUnconfirmed(String batch, String device) throws InterruptedException {
        BatchStatus status = found(described(batch, "{\"status\":\"finished\"},{\"status\":\"" + device + "\"}"));

        assertThat(status.isFinal()).isTrue();
        assertThat(status.outcome()).isEqualTo(BatchOutcome.UNCONFIRMED);
    }

    @Test
    void aBatchInAStateThatNobodyKnowsIsNotOver() throws InterruptedException {
        BatchStatus status = found(described("Archived", "{\"status\":\"finished\"}"));

        assertThat(status.state()).isEqualTo(new BatchState.Unlisted("Archived"));
        assertThat(status.outcome()).isEqualTo(BatchOutcome.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"in-progress", "In_Progress", "INPROGRESS"})
    void theWordOfTheResourcePageIsKnownInEverySpelling(String word) throws InterruptedException {
        assertThat(found(described("processing", "{\"status\":\"" + word + "\"}"))
                        .devices())
                .extracting(DeviceStatus::state)
                .containsExactly(DeviceState.Listed.IN_PROGRESS);
    }

    @Test
    void aNumberForAnErrorCodeIsKeptAsText() throws InterruptedException {
        assertThat(found(described("finished", "{\"status\":\"finished_with_errors\",\"errorCode\":808}"))
                        .devices())
                .extracting(DeviceStatus::error)
                .containsExactly(Optional.of(new DeviceError(Optional.of("808"), Optional.empty())));
    }

    @Test
    void aTimeThatIsNoneIsLeftOutAndNoted() throws InterruptedException {
        BatchStatus status = found(Reply.json(200, """
                {"batchTrackingId":"%s","status":"queued","startedTime":"soon","completedTime":"0001-01-01T00:00:00"}""".formatted(Batches.TRACKING)));

        assertThat(status.startedTime()).isEmpty();
        assertThat(status.completedTime()).isEmpty();
        assertThat(status.remarks()).containsExactly("startedTime is not a time and was left out: soon");
    }

    @Test
    void anotherBatchIsNoAnswerAndNotAskedForAgain() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Batches.finished(Batches.anotherBatch().tracking()))
                .then(Batches.finished());
        try (PartnerCenter partnerCenter =
                OneAttempt.at(fake.baseUrl()).retries(RetrySettings.DEFAULT).build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                    .asInstanceOf(type(Unreadable.class))
                    .extracting(Unreadable::why)
                    .isEqualTo("it is about another batch than the one asked about");
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
