package io.github.devicebatch.testkit.http;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The JSON of a batch status as the service writes it: {@code BatchUploadDetails} with {@code DeviceUploadDetails}. */
final class StatusJson {

    /** Shared, because creating a factory looks the JSON provider up. */
    static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

    private StatusJson() {}

    static String of(BatchStatus status) {
        JsonArrayBuilder devices = FACTORY.createArrayBuilder();
        status.devices().forEach(device -> devices.add(device(device)));
        JsonObjectBuilder json = FACTORY.createObjectBuilder()
                .add("batchTrackingId", status.trackingId().toString())
                .add("status", status.state().text());
        status.startedTime().ifPresent(time -> json.add("startedTime", time(time)));
        status.completedTime().ifPresent(time -> json.add("completedTime", time(time)));
        return json.add("devicesStatus", devices)
                .add("attributes", attributes("BatchUploadDetails"))
                .build()
                .toString();
    }

    private static JsonObjectBuilder device(DeviceStatus device) {
        JsonObjectBuilder json = FACTORY.createObjectBuilder();
        device.deviceId().ifPresent(id -> json.add("deviceId", id));
        device.serialNumber().ifPresent(number -> json.add("serialNumber", number));
        device.productKey().map(ProductKey::reveal).ifPresent(key -> json.add("productKey", key));
        json.add("status", device.state().text());
        device.error().flatMap(DeviceError::code).ifPresent(code -> json.add("errorCode", code));
        device.error().flatMap(DeviceError::name).ifPresent(name -> json.add("errorDescription", name));
        return json.add("attributes", attributes("DeviceUploadDetails"));
    }

    private static JsonObjectBuilder attributes(String objectType) {
        return FACTORY.createObjectBuilder().add("objectType", objectType);
    }

    /** Returns a time in UTC without an offset, which the service leaves out. */
    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
