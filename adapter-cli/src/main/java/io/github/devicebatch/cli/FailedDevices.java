package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.domain.ProductKey;
import java.util.List;
import java.util.Optional;

/** The devices of a batch that did not get in, as lines: which they are, what the service says, what to do. */
final class FailedDevices {

    private static final int LONGEST_CELL = 60;
    private static final String MISSING = "-";

    private FailedDevices() {}

    /** Gives the headings and a line a device; nothing at all if no device failed. */
    static List<String> of(BatchStatus status) {
        List<DeviceStatus> failed = status.failedDevices();
        if (failed.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable("SERIAL NUMBER", "PRODUCT KEY", "CODE", "NAME", "WHAT TO DO");
        failed.forEach(device -> table.row(
                cell(device.serialNumber()),
                cell(device.productKey().map(ProductKey::toString)),
                cell(device.error().flatMap(DeviceError::code)),
                cell(device.error().flatMap(DeviceError::name)),
                FewWords.about(device)));
        return table.lines();
    }

    private static String cell(Optional<String> text) {
        return text.map(sent -> Excerpt.of(sent, LONGEST_CELL).text()).orElse(MISSING);
    }
}
