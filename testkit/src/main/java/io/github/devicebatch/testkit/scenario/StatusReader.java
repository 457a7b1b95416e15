package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.util.List;
import java.util.Optional;

/** Parser of a batch status of a scenario, which has the vendor's members. */
final class StatusReader {

    static final List<String> MEMBERS =
            List.of("batchTrackingId", "status", "startedTime", "completedTime", "devicesStatus");
    static final List<String> DEVICE_MEMBERS =
            List.of("deviceId", "serialNumber", "productKey", "status", "errorCode", "errorDescription");

    private static final String STATE = "a state such as \"queued\" or \"finished\"";

    private StatusReader() {}

    /**
     * Reads a status.
     *
     * @param batch the batch that it is about, unless it has a {@code batchTrackingId}
     * @throws JsonException if {@code node} is not a status
     */
    static BatchStatus read(JsonNode node, Optional<BatchTrackingId> batch) {
        ObjectReader object = ObjectReader.of(node, "a batch status", MEMBERS);
        return new BatchStatus(
                object.find("batchTrackingId")
                        .map(id -> ValueReader.parsed(id, BatchTrackingId::parse))
                        .or(() -> batch)
                        .orElseThrow(() -> object.missing("batchTrackingId")),
                BatchState.of(ValueReader.nonBlank(object.require("status"), STATE)),
                object.find("startedTime").map(ValueReader::time),
                object.find("completedTime").map(ValueReader::time),
                object.find("devicesStatus").stream()
                        .flatMap(devices -> devices.elements("a list of devices").stream())
                        .map(StatusReader::device)
                        .toList(),
                List.of());
    }

    private static DeviceStatus device(JsonNode node) {
        ObjectReader object = ObjectReader.of(node, "a device status", DEVICE_MEMBERS);
        Optional<String> code = object.find("errorCode").map(StatusReader::code);
        Optional<String> name = object.find("errorDescription").map(StatusReader::name);
        return new DeviceStatus(
                object.find("deviceId").map(ValueReader::text),
                object.find("serialNumber").map(ValueReader::text),
                object.find("productKey").map(StatusReader::productKey),
                DeviceState.of(ValueReader.nonBlank(object.require("status"), STATE)),
                code.or(() -> name).map(any -> new DeviceError(code, name)));
    }

    private static String code(JsonNode node) {
        return ValueReader.nonBlank(node, "a code in quotation marks, such as \"808\"");
    }

    private static String name(JsonNode node) {
        return ValueReader.nonBlank(node, "a name such as \"ZtdDeviceAssignedToOtherTenant\"");
    }

    private static ProductKey productKey(JsonNode node) {
        return ProductKey.of(ValueReader.nonBlank(node, "a product key, or leave it out"));
    }
}
