package io.github.devicebatch.domain;

import java.util.List;

/** What the anomalies about rows have in common. */
record OddRows(List<DeviceStatus> devices) {

    OddRows {
        devices = List.copyOf(devices);
        if (devices.isEmpty()) {
            throw new IllegalArgumentException("an anomaly of devices names at least one");
        }
    }

    static List<DeviceStatus> copyOf(List<DeviceStatus> devices) {
        return new OddRows(devices).devices();
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
