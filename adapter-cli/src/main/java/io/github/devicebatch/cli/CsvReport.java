package io.github.devicebatch.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ProductKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** For spreadsheets: RFC 4180, a header, then one row a device. A batch without devices has no row, and a note. */
final class CsvReport implements Report {

    private final CsvWriter csv;
    private final DeviceFilter devices;
    private final Messages messages;

    CsvReport(Output output, DeviceFilter devices, Messages messages) {
        this.csv = CsvWriter.builder().autoFlush(true).build(new OutputWriter(output, UnaryOperator.identity()));
        this.devices = devices;
        this.messages = messages;
        csv.writeRecord(
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
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        if (answer instanceof Found found) {
            List<DeviceStatus> rows = devices.of(found.status());
            rows.forEach(device -> write(batch, found.status(), device));
            if (rows.isEmpty()) {
                messages.note(batch + " has no row: " + Verdict.of(answer).words());
            }
        }
    }

    @Override
    public void end(Summary summary) {
        // a spreadsheet sums up for itself
    }

    private void write(BatchReference batch, BatchStatus status, DeviceStatus device) {
        Optional<DeviceError> error = device.error();
        csv.writeRecord(Stream.of(
                        batch.customer().toString(),
                        batch.tracking().toString(),
                        status.state().text(),
                        JsonMembers.word(status.outcome()),
                        device.deviceId().orElse(""),
                        device.serialNumber().orElse(""),
                        device.productKey().map(ProductKey::toString).orElse(""),
                        device.state().text(),
                        JsonMembers.word(device.outcome()),
                        error.flatMap(DeviceError::code).orElse(""),
                        error.flatMap(DeviceError::name).orElse(""),
                        error.flatMap(DeviceError::known)
                                .map(KnownDeviceError::remedy)
                                .orElse(""))
                .map(CsvCell::safe)
                .toList());
    }
}
