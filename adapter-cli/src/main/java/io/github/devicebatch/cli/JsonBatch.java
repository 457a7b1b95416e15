package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchStatus;

/** Writes what the service said of a batch as members of the current JSON object. */
record JsonBatch(JsonMembers members, DeviceFilter devices) {

    void write(BatchStatus status) {
        members.text("status", status.state().text());
        members.word("outcome", status.outcome());
        members.text("startedTime", status.startedTime());
        members.text("completedTime", status.completedTime());
        JsonDevices rows = new JsonDevices(members);
        rows.counts(status.tally());
        rows.list("devices", devices.of(status));
        members.texts("remarks", status.remarks());
    }
}
