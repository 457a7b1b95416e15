package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.assertions.BatchStatusAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.KnownDeviceError;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void showEveryStageOfAnUpload() {
        assertThat(Batches.queued())
                .isNotFinal()
                .hasState(BatchState.Listed.QUEUED)
                .hasTally(0, 0, 0);
        assertThat(Batches.processing())
                .isNotFinal()
                .hasOutcome(BatchOutcome.PENDING)
                .hasTally(1, 0, 2);
        assertThat(Batches.finished())
                .isFinal()
                .hasOutcome(BatchOutcome.ALL_REGISTERED)
                .hasFailedDevices();
        assertThat(Batches.finishedWithOneFailure())
                .hasState(BatchState.Listed.FINISHED)
                .hasOutcome(BatchOutcome.SOME_FAILED)
                .hasFailedDevices("SN-0003");
    }

    @Test
    void holdTheDocumentedExampleInWordsAndInBytes() {
        assertThat(Batches.documentedExample())
                .hasOutcome(BatchOutcome.ALL_FAILED)
                .hasFailedDevices("1234567890");
        assertThat(Batches.documentedExample().devices().getFirst().error().flatMap(error -> error.known()))
                .contains(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT);
        assertThat(Batches.documentedExampleJson()).hasSize(628).startsWith('{').endsWith('}', '\n');
    }
}
