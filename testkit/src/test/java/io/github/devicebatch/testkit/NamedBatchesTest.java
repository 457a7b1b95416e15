package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.assertions.BatchStatusAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.DeviceStatus;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedBatchesTest {

    @Test
    void nameUploadsThatDifferInOnePartOnly() {
        assertThat(Batches.anotherBatch().customer()).isEqualTo(Batches.CUSTOMER);
        assertThat(Batches.anotherBatch().tracking()).isNotEqualTo(Batches.TRACKING);
        assertThat(Batches.anotherCustomersBatch().customer()).isNotEqualTo(Batches.CUSTOMER);
        assertThat(Batches.anotherCustomersBatch().tracking()).isEqualTo(Batches.TRACKING);
    }

    @Test
    void nameAsManyUploadsAsAreWanted() {
        assertThat(IntStream.range(0, 1_000).mapToObj(Batches::numbered))
                .doesNotHaveDuplicates()
                .allSatisfy(batch ->
                        assertThat(BatchReference.parse(batch.toString())).isEqualTo(batch))
                .extracting(BatchReference::customer)
                .doesNotHaveDuplicates();
        assertThat(Batches.numbered(-1)).isNotEqualTo(Batches.numbered(1));
    }

    @Test
    void giveTheSameDeviceForTheSameSerialNumber() {
        DeviceStatus device = Devices.registered("SN-0001");
        assertThat(device).isEqualTo(Devices.registered("SN-0001"));
        assertThat(device.productKey())
                .isNotEqualTo(Devices.registered("SN-0002").productKey());
        assertThat(device.productKey())
                .hasValueSatisfying(key -> assertThat(key.reveal()).matches("\\d{5}-\\d{5}-\\d{4}-[0-9A-F]{5}"));
    }
}
