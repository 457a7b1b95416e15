package com.example.depot.partnercenter;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads the JSON of an answer. */
final class UploadDetails {

    private UploadDetails() {}

    /** Throws some {@code RuntimeException} for what is not the JSON of an answer. */
    static BatchStatus read(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject details = reader.readObject();
            JsonArray devices = details.containsKey("devicesStatus")
                    ? details.getJsonArray("devicesStatus")
                    : JsonValue.EMPTY_JSON_ARRAY;
            return new BatchStatus(
                    BatchTrackingId.parse(details.getString("batchTrackingId")),
                    BatchState.of(details.getString("status")),
                    time(details, "startedTime"),
                    time(details, "completedTime"),
                    devices.getValuesAs(UploadDetails::device),
                    List.of());
        }
    }

    private static DeviceStatus device(JsonValue value) {
        JsonObject device = value.asJsonObject();
        Optional<String> code = text(device, "errorCode");
        Optional<String> name = text(device, "errorDescription");
        return new DeviceStatus(
                text(device, "deviceId"),
                text(device, "serialNumber"),
                text(device, "productKey").map(ProductKey::of),
                DeviceState.of(device.getString("status")),
                code.or(() -> name).map(any -> new DeviceError(code, name)));
    }

    /** Times are in UTC and do not say so. */
    private static Optional<Instant> time(JsonObject object, String name) {
        return text(object, name).map(time -> LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.getString(name, null));
    }
}
