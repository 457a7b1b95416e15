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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Examples of uploads, at every stage of their life. Safe for use by several threads.
 *
 * <p>Without a tracking id an example is about {@link #TRACKING}, the upload of the vendor's documented example.
 */
public final class Batches {

    /** The customer of the vendor's documented example. */
    public static final CustomerId CUSTOMER = CustomerId.parse("47021739-3426-40bf-9601-61b4b6d7c793");

    /** The upload of the vendor's documented example. */
    public static final BatchTrackingId TRACKING = BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932");

    /** {@link #CUSTOMER}'s upload {@link #TRACKING}. */
    public static final BatchReference REFERENCE = new BatchReference(CUSTOMER, TRACKING);

    private static final Instant STARTED = Instant.parse("2017-07-25T10:00:00Z");
    private static final Instant COMPLETED = STARTED.plus(Duration.ofMinutes(10));

    private Batches() {}

    /**
     * Names another upload of {@link #CUSTOMER}.
     *
     * @return the same reference every time
     */
    public static BatchReference anotherBatch() {
        return new BatchReference(CUSTOMER, numbered(1).tracking());
    }

    /**
     * Names the upload {@link #TRACKING} of another customer: only the customer tells it from {@link #REFERENCE}.
     *
     * @return the same reference every time
     */
    public static BatchReference anotherCustomersBatch() {
        return new BatchReference(numbered(1).customer(), TRACKING);
    }

    /**
     * Names one of many uploads: each number has its own customer and its own tracking id.
     *
     * @param number which one
     * @return the same reference for the same number
     */
    public static BatchReference numbered(int number) {
        return new BatchReference(
                new CustomerId(new UUID(0xC057_0000_0000_4000L, 0x8000_0000_0000_0000L | number & 0xFFFF_FFFFL)),
                new BatchTrackingId(new UUID(0xBA7C_0000_0000_4000L, 0x8000_0000_0000_0000L | number & 0xFFFF_FFFFL)));
    }

    /**
     * Gives an upload that waits its turn: no times, no devices.
     *
     * @return the status of {@link #TRACKING}
     */
    public static BatchStatus queued() {
        return queued(TRACKING);
    }

    /**
     * Gives an upload that waits its turn: no times, no devices.
     *
     * @param tracking the upload
     * @return its status
     */
    public static BatchStatus queued(BatchTrackingId tracking) {
        return new BatchStatus(
                tracking, BatchState.Listed.QUEUED, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /**
     * Gives an upload in the middle: begun, one device registered and two not yet.
     *
     * @return the status of {@link #TRACKING}
     */
    public static BatchStatus processing() {
        return processing(TRACKING);
    }

    /**
     * Gives an upload in the middle: begun, one device registered and two not yet.
     *
     * @param tracking the upload
     * @return its status
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

    /**
     * Gives an upload of three devices that all got in.
     *
     * @return the status of {@link #TRACKING}
     */
    public static BatchStatus finished() {
        return finished(TRACKING);
    }

    /**
     * Gives an upload of three devices that all got in.
     *
     * @param tracking the upload
     * @return its status
     */
    public static BatchStatus finished(BatchTrackingId tracking) {
        return finished(
                tracking, Devices.registered("SN-0001"), Devices.registered("SN-0002"), Devices.registered("SN-0003"));
    }

    /**
     * Gives an upload that is {@code finished}, with devices of the caller's choice.
     *
     * @param tracking the upload
     * @param devices its rows, in order
     * @return its status; it took ten minutes
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

    /**
     * Gives an upload of three devices, the last of which another tenant holds.
     *
     * @return the status of {@link #TRACKING}
     */
    public static BatchStatus finishedWithOneFailure() {
        return finishedWithOneFailure(TRACKING);
    }

    /**
     * Gives an upload of three devices, the last of which another tenant holds.
     *
     * @param tracking the upload
     * @return its status: {@code finished}, although a device failed
     */
    public static BatchStatus finishedWithOneFailure(BatchTrackingId tracking) {
        return finished(
                tracking,
                Devices.registered("SN-0001"),
                Devices.registered("SN-0002"),
                Devices.assignedToOtherTenant("SN-0003"));
    }

    /**
     * Gives what the vendor's documented example says: the batch is {@code finished}, and its only device failed (808).
     *
     * @return the status of {@link #TRACKING}
     * @see #documentedExampleJson()
     */
    public static BatchStatus documentedExample() {
        return DocumentedExample.STATUS;
    }

    /**
     * Gives the vendor's documented example as it stands on the page, byte for byte.
     *
     * @return the JSON in UTF-8; a copy
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
     *     the status of a device batch upload</a>
     */
    public static byte[] documentedExampleJson() {
        return DocumentedExample.json();
    }

    /** The vendor's documented example: what it says, and its bytes. */
    static final class DocumentedExample {

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
}
