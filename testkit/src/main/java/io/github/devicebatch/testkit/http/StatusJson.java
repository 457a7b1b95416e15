package io.github.devicebatch.testkit.http;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes a status as the service does: {@code BatchUploadDetails} with its {@code DeviceUploadDetails}. */
final class StatusJson {

    private StatusJson() {}

    static String of(BatchStatus status) {
        return new JsonObject()
                .text("batchTrackingId", status.trackingId().toString())
                .text("status", status.state().text())
                .text("startedTime", status.startedTime().map(StatusJson::time))
                .text("completedTime", status.completedTime().map(StatusJson::time))
                .array(
                        "devicesStatus",
                        status.devices().stream().map(StatusJson::device).toList())
                .object("attributes", attributes("BatchUploadDetails"))
                .toString();
    }

    private static JsonObject device(DeviceStatus device) {
        return new JsonObject()
                .text("deviceId", device.deviceId())
                .text("serialNumber", device.serialNumber())
                .text("productKey", device.productKey().map(ProductKey::reveal))
                .text("status", device.state().text())
                .text("errorCode", device.error().flatMap(DeviceError::code))
                .text("errorDescription", device.error().flatMap(DeviceError::name))
                .object("attributes", attributes("DeviceUploadDetails"));
    }

    private static JsonObject attributes(String objectType) {
        return new JsonObject().text("objectType", objectType);
    }

    /** The service sends UTC without saying so: no offset, no {@code Z}. */
    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
