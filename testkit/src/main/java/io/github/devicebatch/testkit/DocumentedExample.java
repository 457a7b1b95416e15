package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The vendor's documented example: what it says, and its bytes. */
final class DocumentedExample {

    static final BatchStatus STATUS = new BatchStatus(
            Batches.TRACKING,
            BatchState.Listed.FINISHED,
            Optional.of(Instant.parse("2017-07-25T10:00:00Z")),
            Optional.of(Instant.parse("2017-07-25T10:10:00Z")),
            List.of(new DeviceStatus(
                    Optional.empty(),
                    Optional.of("1234567890"),
                    Optional.of(ProductKey.of("12345-67890-09876-54321-13579")),
                    DeviceState.Listed.FINISHED_WITH_ERRORS,
                    Optional.of(DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant")))),
            List.of());

    private DocumentedExample() {}

    static byte[] json() {
        try (InputStream resource = DocumentedExample.class.getResourceAsStream("documented-example.json")) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
