package io.github.devicebatch.cli.output.sheet;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.json.JsonFields;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ProductKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows of CSV and of a spreadsheet: one for each device. A note on standard error names each batch without rows.
 *
 * @param devices the devices that have a row
 * @param messages takes the notes
 */
record DeviceCells(DeviceFilter devices, Messages messages) {

    static final List<String> HEADER = List.of(
            "customerId",
            "trackingId",
            "batchStatus",
            "batchOutcome",
            "deviceId",
            "serialNumber",
            "productKey",
            "status",
            "outcome",
            "errorCode",
            "errorName",
            "remedy");

    /** Passes each row of a batch on; its cells are not yet safe for a format. */
    void write(BatchReference batch, Found found, Consumer<List<String>> rows) {
        List<DeviceStatus> shown = devices.of(found.status());
        String outcome = JsonFields.word(found.status().outcome());
        String state = found.status().state().text();
        shown.forEach(device -> rows.accept(
                cells(batch, state, outcome, device, JsonFields.outcome(device, found.status()::isAccepted))));
        if (shown.isEmpty()) {
            messages.note(batch + " has no rows: " + Verdict.of(found).text());
        }
    }

    private static List<String> cells(
            BatchReference batch, String state, String outcome, DeviceStatus device, String deviceOutcome) {
        Optional<DeviceError> error = device.error();
        return List.of(
                batch.customer().toString(),
                batch.tracking().toString(),
                state,
                outcome,
                device.deviceId().orElse(""),
                device.serialNumber().orElse(""),
                device.productKey().map(ProductKey::toString).orElse(""),
                device.state().text(),
                deviceOutcome,
                error.flatMap(DeviceError::code).orElse(""),
                error.flatMap(DeviceError::name).orElse(""),
                error.flatMap(DeviceError::known).map(KnownDeviceError::remedy).orElse(""));
    }
}
