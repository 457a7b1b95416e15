package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.junit.BatchStatusAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void coverEveryStageOfAnUpload() {
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
    void containTheDocumentedExampleAsStatusAndAsBytes() {
        assertThat(Batches.documentedExample())
                .hasOutcome(BatchOutcome.ALL_FAILED)
                .hasFailedDevices("1234567890");
        assertThat(Batches.documentedExample().devices().getFirst().error().flatMap(error -> error.known()))
                .contains(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT);
        assertThat(Batches.documentedExampleJson()).hasSize(628).startsWith('{').endsWith('}', '\n');
    }

    @Nested
    class References {

        @Test
        void differInOnePartOnly() {
            assertThat(Batches.anotherBatch().customer()).isEqualTo(Batches.CUSTOMER);
            assertThat(Batches.anotherBatch().tracking()).isNotEqualTo(Batches.TRACKING);
            assertThat(Batches.anotherCustomersBatch().customer()).isNotEqualTo(Batches.CUSTOMER);
            assertThat(Batches.anotherCustomersBatch().tracking()).isEqualTo(Batches.TRACKING);
        }

        @Test
        void areUniqueForEachNumber() {
            assertThat(IntStream.range(0, 1_000).mapToObj(Batches::numbered))
                    .doesNotHaveDuplicates()
                    .allSatisfy(batch ->
                            assertThat(BatchReference.parse(batch.toString())).isEqualTo(batch))
                    .extracting(BatchReference::customer)
                    .doesNotHaveDuplicates();
            assertThat(Batches.numbered(-1)).isNotEqualTo(Batches.numbered(1));
        }

        @Test
        void haveTheSameDeviceForTheSameSerialNumber() {
            DeviceStatus device = Devices.registered("SN-0001");
            assertThat(device).isEqualTo(Devices.registered("SN-0001"));
            assertThat(device.productKey())
                    .isNotEqualTo(Devices.registered("SN-0002").productKey());
            assertThat(device.productKey())
                    .hasValueSatisfying(key -> assertThat(key.reveal()).matches("\\d{5}-\\d{5}-\\d{4}-[0-9A-F]{5}"));
        }
    }
}
