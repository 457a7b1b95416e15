package io.github.devicebatch.http;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the array of DeviceUploadDetails, or null in its place.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
 *     resources</a>
 */
record DeviceStatusRows(JsonParser parser) {

    private static final List<String> MEMBERS =
            List.of("deviceId", "serialNumber", "productKey", "status", "errorCode", "errorDescription");
    private static final int DEPTH = 3;
    private static final int MOST = 100_000;

    List<DeviceStatus> read() {
        return switch (parser.next()) {
            case START_ARRAY -> rows();
            case VALUE_NULL -> List.of();
            default -> throw new UnreadableBodyException("member devicesStatus is not an array");
        };
    }

    private List<DeviceStatus> rows() {
        List<DeviceStatus> rows = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (event != Event.START_OBJECT) {
                throw new UnreadableBodyException("element " + rows.size() + " of devicesStatus is not an object");
            }
            if (rows.size() == MOST) {
                throw new UnreadableBodyException("it has more than " + MOST + " devices");
            }
            rows.add(row(rows.size()));
        }
        return rows;
    }

    private DeviceStatus row(int index) {
        var members = new Members(parser, MEMBERS, DEPTH);
        Optional<String> deviceId = Optional.empty();
        Optional<String> serialNumber = Optional.empty();
        Optional<ProductKey> productKey = Optional.empty();
        Optional<DeviceState> state = Optional.empty();
        Optional<String> code = Optional.empty();
        Optional<String> name = Optional.empty();
        while (members.next()) {
            switch (members.name()) {
                case "deviceId" -> deviceId = members.text();
                case "serialNumber" -> serialNumber = members.text();
                case "productKey" -> productKey = members.text().map(ProductKey::of);
                case "status" -> state = members.text().map(DeviceState::of);
                case "errorCode" -> code = members.textOrNumber();
                case "errorDescription" -> name = members.text();
                default -> throw new AssertionError(members.name());
            }
        }
        return new DeviceStatus(
                deviceId,
                serialNumber,
                productKey,
                state.orElseThrow(() -> new UnreadableBodyException("device " + index + " has no status")),
                error(code, name));
    }

    private static Optional<DeviceError> error(Optional<String> code, Optional<String> name) {
        return code.isEmpty() && name.isEmpty() ? Optional.empty() : Optional.of(new DeviceError(code, name));
    }
}
