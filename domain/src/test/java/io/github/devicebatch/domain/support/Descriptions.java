package io.github.devicebatch.domain.support;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statuses of one batch, by state and rows; a row by its identity and its device's state. */
public final class Descriptions {

    private static final BatchTrackingId ID = BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932");

    private Descriptions() {}

    public static BatchStatus batch(String state, DeviceStatus... rows) {
        return batch(state, List.of(rows));
    }

    public static BatchStatus batch(String state, List<DeviceStatus> rows) {
        return new BatchStatus(
                ID,
                BatchState.of(state),
                Optional.of(Instant.parse("2017-07-25T10:00:00Z")),
                Optional.empty(),
                rows,
                List.of());
    }

    public static DeviceStatus serial(String serialNumber, String state) {
        return row(Optional.of(serialNumber), Optional.empty(), state);
    }

    public static DeviceStatus key(String productKey, String state) {
        return row(Optional.empty(), Optional.of(productKey), state);
    }

    public static DeviceStatus both(String serialNumber, String productKey, String state) {
        return row(Optional.of(serialNumber), Optional.of(productKey), state);
    }

    public static DeviceStatus nameless(String state) {
        return row(Optional.empty(), Optional.empty(), state);
    }

    private static DeviceStatus row(Optional<String> serialNumber, Optional<String> productKey, String state) {
        return new DeviceStatus(
                Optional.empty(),
                serialNumber,
                productKey.map(ProductKey::of),
                DeviceState.of(state),
                Optional.empty());
    }
}
