package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
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
import java.util.UUID;

/**
 * Examples of batch references and batch statuses. Safe for use by several threads.
 *
 * <p>A method without a tracking id returns the status of {@link #TRACKING}.
 */
public final class Batches {

    /** The customer of the vendor's documented example. */
    public static final CustomerId CUSTOMER = CustomerId.parse("47021739-3426-40bf-9601-61b4b6d7c793");

    /** The tracking id of the vendor's documented example. */
    public static final BatchTrackingId TRACKING = BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932");

    /** The batch {@link #TRACKING} of {@link #CUSTOMER}. */
    public static final BatchReference REFERENCE = new BatchReference(CUSTOMER, TRACKING);

    private static final Instant STARTED = Instant.parse("2017-07-25T10:00:00Z");
    private static final Instant COMPLETED = Instant.parse("2017-07-25T10:10:00Z");

    private Batches() {}

    /** Returns another batch of {@link #CUSTOMER}, always the same. */
    public static BatchReference anotherBatch() {
        return new BatchReference(CUSTOMER, numbered(1).tracking());
    }

    /** Returns the batch {@link #TRACKING} of another customer, always the same. */
    public static BatchReference anotherCustomersBatch() {
        return new BatchReference(numbered(1).customer(), TRACKING);
    }

    /**
     * Returns a batch with a customer and a tracking id of its own for each number.
     *
     * @param number the number; the same one gives the same batch
     */
    public static BatchReference numbered(int number) {
        return new BatchReference(
                new CustomerId(new UUID(0xC057_0000_0000_4000L, 0x8000_0000_0000_0000L | number & 0xFFFF_FFFFL)),
                new BatchTrackingId(new UUID(0xBA7C_0000_0000_4000L, 0x8000_0000_0000_0000L | number & 0xFFFF_FFFFL)));
    }

    /** Returns a queued batch, without times and devices. */
    public static BatchStatus queued() {
        return queued(TRACKING);
    }

    /**
     * Returns a queued batch, without times and devices.
     *
     * @param tracking its tracking id
     */
    public static BatchStatus queued(BatchTrackingId tracking) {
        return new BatchStatus(
                tracking, BatchState.Listed.QUEUED, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** Returns a batch in progress: one of three devices is registered. */
    public static BatchStatus processing() {
        return processing(TRACKING);
    }

    /**
     * Returns a batch in progress: one of three devices is registered.
     *
     * @param tracking its tracking id
     */
    public static BatchStatus processing(BatchTrackingId tracking) {
        return new BatchStatus(
                tracking,
                BatchState.Listed.PROCESSING,
                Optional.of(STARTED),
                Optional.empty(),
                List.of(Devices.registered("SN-0001"), Devices.processing("SN-0002"), Devices.queued("SN-0003")),
                List.of());
    }

    /** Returns a finished batch of three registered devices. */
    public static BatchStatus finished() {
        return finished(TRACKING);
    }

    /**
     * Returns a finished batch of three registered devices.
     *
     * @param tracking its tracking id
     */
    public static BatchStatus finished(BatchTrackingId tracking) {
        return finished(
                tracking, Devices.registered("SN-0001"), Devices.registered("SN-0002"), Devices.registered("SN-0003"));
    }

    /**
     * Returns a finished batch that took ten minutes.
     *
     * @param tracking its tracking id
     * @param devices its devices, in order
     */
    public static BatchStatus finished(BatchTrackingId tracking, DeviceStatus... devices) {
        return new BatchStatus(
                tracking,
                BatchState.Listed.FINISHED,
                Optional.of(STARTED),
                Optional.of(COMPLETED),
                List.of(devices),
                List.of());
    }

    /** Returns a finished batch of three devices, the last of which failed because another tenant has it (808). */
    public static BatchStatus finishedWithOneFailure() {
        return finishedWithOneFailure(TRACKING);
    }

    /**
     * Returns a finished batch of three devices, the last of which failed because another tenant has it (808).
     *
     * @param tracking its tracking id
     */
    public static BatchStatus finishedWithOneFailure(BatchTrackingId tracking) {
        return finished(
                tracking,
                Devices.registered("SN-0001"),
                Devices.registered("SN-0002"),
                Devices.assignedToOtherTenant("SN-0003"));
    }

    /**
     * Returns the vendor's documented example with another tracking id: finished, and its only device failed (808).
     *
     * @param tracking its tracking id
     */
    public static BatchStatus allFailed(BatchTrackingId tracking) {
        return finished(
                tracking,
                new DeviceStatus(
                        Optional.empty(),
                        Optional.of("1234567890"),
                        Optional.of(ProductKey.of("12345-67890-09876-54321-13579")),
                        DeviceState.Listed.FINISHED_WITH_ERRORS,
                        Optional.of(DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant"))));
    }

    /**
     * Returns a finished batch without devices.
     *
     * @param tracking its tracking id
     */
    public static BatchStatus withoutDevices(BatchTrackingId tracking) {
        return finished(tracking, new DeviceStatus[0]);
    }

    /**
     * Returns the content of the vendor's documented example: finished, and its only device failed (808).
     *
     * @see #documentedExampleJson()
     */
    public static BatchStatus documentedExample() {
        return allFailed(TRACKING);
    }

    /**
     * Returns the vendor's documented example byte for byte: JSON in UTF-8.
     *
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
     *     the status of a device batch upload</a>
     */
    public static byte[] documentedExampleJson() {
        try (InputStream resource = Batches.class.getResourceAsStream("documented-example.json")) {
            return resource.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
