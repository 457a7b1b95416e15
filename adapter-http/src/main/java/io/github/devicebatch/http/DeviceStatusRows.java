package io.github.devicebatch.http;

import io.github.devicebatch.domain.DeviceStatus;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the array of DeviceUploadDetails, or null in its place.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
 *     resources</a>
 */
record DeviceStatusRows(JsonParser parser) {

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
}
