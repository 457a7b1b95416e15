package io.github.devicebatch.http.json;

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
record DeviceStatusReader(JsonParser parser) {

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
            rows.add(new DeviceStatusRow(parser, rows.size()).read());
        }
        return rows;
    }

    /**
     * Reads one object DeviceUploadDetails.
     *
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
     *     resources</a>
     */
    static final class DeviceStatusRow {

        private static final List<String> MEMBERS =
                List.of("deviceId", "serialNumber", "productKey", "status", "errorCode", "errorDescription");
        private static final int DEPTH = 3;

        private final JsonObjectReader members;
        private final int index;
        private Optional<String> deviceId = Optional.empty();
        private Optional<String> serialNumber = Optional.empty();
        private Optional<ProductKey> productKey = Optional.empty();
        private Optional<DeviceState> state = Optional.empty();
        private Optional<String> code = Optional.empty();
        private Optional<String> name = Optional.empty();

        DeviceStatusRow(JsonParser parser, int index) {
            this.members = new JsonObjectReader(parser, MEMBERS, DEPTH);
            this.index = index;
        }

        DeviceStatus read() {
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
            return new DeviceStatus(deviceId, serialNumber, productKey, demandedState(), error());
        }

        private DeviceState demandedState() {
            return state.orElseThrow(() -> new UnreadableBodyException("device " + index + " has no status"));
        }

        private Optional<DeviceError> error() {
            return code.isEmpty() && name.isEmpty() ? Optional.empty() : Optional.of(new DeviceError(code, name));
        }
    }
}
