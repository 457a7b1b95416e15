package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.Optional;

/** Writes what the service said of a batch as members of the current JSON object; product keys stay masked. */
record JsonBatch(JsonMembers members, DeviceFilter devices) {

    void write(BatchStatus status) {
        members.text("status", status.state().text());
        members.word("outcome", status.outcome());
        members.text("startedTime", status.startedTime());
        members.text("completedTime", status.completedTime());
        writeCounts(status.tally());
        members.json().writeStartArray("devices");
        devices.of(status).forEach(this::writeDevice);
        members.json().writeEnd();
        members.json().writeStartArray("remarks");
        status.remarks().forEach(members.json()::write);
        members.json().writeEnd();
    }

    private void writeCounts(DeviceTally tally) {
        members.json().writeStartObject("counts");
        members.number("total", tally.total());
        members.number("registered", tally.registered());
        members.number("failed", tally.failed());
        members.number("unsettled", tally.unsettled());
        members.json().writeEnd();
    }

    private void writeDevice(DeviceStatus device) {
        Optional<KnownDeviceError> known = device.error().flatMap(DeviceError::known);
        members.json().writeStartObject();
        members.text("deviceId", device.deviceId());
        members.text("serialNumber", device.serialNumber());
        members.text("productKey", device.productKey());
        members.text("status", device.state().text());
        members.word("outcome", device.outcome());
        members.text("errorCode", device.error().flatMap(DeviceError::code));
        members.text("errorName", device.error().flatMap(DeviceError::name));
        members.text("meaning", known.map(KnownDeviceError::meaning));
        members.text("remedy", known.map(KnownDeviceError::remedy));
        members.json().writeEnd();
    }
}
