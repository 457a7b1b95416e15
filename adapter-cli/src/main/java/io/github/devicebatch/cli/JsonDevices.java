package io.github.devicebatch.cli;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.List;
import java.util.Optional;

/** Writes devices, and how many there are, as members of the current JSON object; product keys stay masked. */
record JsonDevices(JsonMembers members) {

    void counts(DeviceTally tally) {
        members.json().writeStartObject("counts");
        members.number("total", tally.total());
        members.number("registered", tally.registered());
        members.number("failed", tally.failed());
        members.number("unsettled", tally.unsettled());
        members.json().writeEnd();
    }

    void list(String name, List<DeviceStatus> devices) {
        members.json().writeStartArray(name);
        devices.forEach(this::write);
        members.json().writeEnd();
    }

    private void write(DeviceStatus device) {
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
