package io.github.devicebatch.http.json;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.domain.ProductKey;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reader of the array of DeviceUploadDetails, or of null in its place.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
 *     resources</a>
 */
record DeviceStatusReader(JsonParser parser) {

    private static final int MAX_DEVICES = 100_000;

    List<DeviceStatus> read() {
        Event value = parser.next();
        if (value == Event.START_ARRAY) {
            return devices();
        }
        if (value == Event.VALUE_NULL) {
            return List.of();
        }
        throw new UnreadableBodyException("member devicesStatus is not an array");
    }

    private List<DeviceStatus> devices() {
        List<DeviceStatus> devices = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (event != Event.START_OBJECT) {
                throw new UnreadableBodyException("element " + devices.size() + " of devicesStatus is not an object");
            }
            if (devices.size() == MAX_DEVICES) {
                throw new UnreadableBodyException("it has more than " + MAX_DEVICES + " devices");
            }
            devices.add(new Device(parser, devices.size()).read());
        }
        return devices;
    }

    /** Reader of one object, behind its opening brace. */
    private static final class Device {

        private static final List<String> MEMBERS =
                List.of("deviceId", "serialNumber", "productKey", "status", "errorCode", "errorDescription");

        private final JsonObjectReader members;
        private final int index;
        private Optional<String> deviceId = Optional.empty();
        private Optional<String> serialNumber = Optional.empty();
        private Optional<ProductKey> productKey = Optional.empty();
        private Optional<DeviceState> state = Optional.empty();
        private Optional<String> errorCode = Optional.empty();
        private Optional<String> errorDescription = Optional.empty();

        private Device(JsonParser parser, int index) {
            this.members = new JsonObjectReader(parser, MEMBERS);
            this.index = index;
        }

        private DeviceStatus read() {
            while (members.next()) {
                switch (members.name()) {
                    case "deviceId" -> deviceId = members.word();
                    case "serialNumber" -> serialNumber = members.word();
                    case "productKey" -> productKey = members.word().map(ProductKey::of);
                    case "status" -> state = members.word().map(DeviceState::of);
                    case "errorCode" -> errorCode = members.wordOrNumber();
                    case "errorDescription" -> errorDescription = shortened(members.text());
                    default -> throw new AssertionError(members.name());
                }
            }
            return new DeviceStatus(deviceId, serialNumber, productKey, requiredState(), error());
        }

        /** Cuts a description, which identifies nothing. Returns the same object if it is short enough. */
        private static Optional<String> shortened(Optional<String> description) {
            boolean isLong = description.isPresent() && description.get().length() > JsonObjectReader.MAX_WORD_LENGTH;
            return isLong ? description.map(text -> Excerpt.cut(text, JsonObjectReader.MAX_WORD_LENGTH)) : description;
        }

        private DeviceState requiredState() {
            return state.orElseThrow(() -> new UnreadableBodyException("device " + index + " has no status"));
        }

        private Optional<DeviceError> error() {
            return errorCode.isEmpty() && errorDescription.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DeviceError(errorCode, errorDescription));
        }
    }
}
