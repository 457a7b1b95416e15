package io.github.devicebatch.testkit.plain;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads what the fake sends, by way of a tree. */
final class PlainJson {

    private PlainJson() {}

    /** Throws some {@code RuntimeException} for what is not a description. */
    static BatchStatus status(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject status = reader.readObject();
            return new BatchStatus(
                    BatchTrackingId.parse(status.getString("batchTrackingId")),
                    BatchState.of(status.getString("status")),
                    time(status, "startedTime"),
                    time(status, "completedTime"),
                    status.getJsonArray("devicesStatus").getValuesAs(JsonObject.class).stream()
                            .map(PlainJson::device)
                            .toList(),
                    List.of());
        }
    }

    private static DeviceStatus device(JsonObject device) {
        Optional<String> code = text(device, "errorCode");
        Optional<String> name = text(device, "errorDescription");
        return new DeviceStatus(
                text(device, "deviceId"),
                text(device, "serialNumber"),
                text(device, "productKey").map(ProductKey::of),
                DeviceState.of(device.getString("status")),
                code.or(() -> name).map(any -> new DeviceError(code, name)));
    }

    private static Optional<Instant> time(JsonObject object, String name) {
        return text(object, name).map(time -> LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.getString(name, null));
    }
}
