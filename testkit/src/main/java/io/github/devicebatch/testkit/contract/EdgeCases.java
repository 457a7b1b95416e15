package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Descriptions of {@link Batches#TRACKING} with one unusual property each. */
final class EdgeCases {

    private static final int DEVICE_COUNT = 1_000;

    private EdgeCases() {}

    /** Returns a description with all errors and with times that are not whole minutes. */
    static BatchStatus finishedWithErrors() {
        Instant started = Instant.parse("2026-01-05T09:12:34Z");
        return new BatchStatus(
                Batches.TRACKING,
                BatchState.Listed.FINISHED_WITH_ERRORS,
                Optional.of(started),
                Optional.of(started.plus(Duration.ofSeconds(601))),
                List.of(
                        Devices.failed("SN-0002", "806", "ZtdDeviceAlreadyAssigned"),
                        Devices.registered("SN-0001"),
                        Devices.assignedToOtherTenant("SN-0003")),
                List.of());
    }

    static BatchStatus undocumentedBatchState() {
        return withoutTimes(BatchState.of("Awaiting_Approval-2 \u00fc"));
    }

    static BatchStatus undocumentedDeviceState() {
        return withoutTimes(
                BatchState.Listed.PROCESSING, Devices.inState("SN-0001", DeviceState.of("Finished_Perhaps \u00fc")));
    }

    static BatchStatus undocumentedError() {
        return withoutTimes(BatchState.Listed.PROCESSING, Devices.failed("SN-0001", "9-Z", "ztd_Device Is\u00fc"));
    }

    /** Returns a description of 1,000 devices, of which every second one is the same. */
    static BatchStatus manyDevices() {
        return withoutTimes(
                BatchState.Listed.PROCESSING,
                IntStream.range(0, DEVICE_COUNT)
                        .mapToObj(number -> Devices.registered("SN-" + (number % 2 == 0 ? 0 : DEVICE_COUNT - number)))
                        .toArray(DeviceStatus[]::new));
    }

    static BatchStatus finishedWithoutDevices() {
        return Batches.finished(Batches.TRACKING, new DeviceStatus[0]);
    }

    private static BatchStatus withoutTimes(BatchState state, DeviceStatus... devices) {
        return new BatchStatus(
                Batches.TRACKING, state, Optional.empty(), Optional.empty(), List.of(devices), List.of());
    }
}
