package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchChange;
import io.github.devicebatch.domain.BatchProgress;
import java.util.List;

/** Writes how a batch came on as members of the current JSON object: where it was, where it is, what settled since. */
record JsonChange(JsonMembers members, DeviceFilter devices) {

    void write(BatchChange change) {
        change.previous()
                .ifPresentOrElse(this::writePrevious, () -> members.json().writeNull("previous"));
        write(change.current());
        JsonDevices rows = new JsonDevices(members);
        rows.list("registered", devices == DeviceFilter.ALL ? change.registered() : List.of());
        rows.list("failed", change.failed());
    }

    private void writePrevious(BatchProgress previous) {
        members.json().writeStartObject("previous");
        write(previous);
        members.json().writeEnd();
    }

    private void write(BatchProgress progress) {
        members.text("status", progress.state().text());
        members.word("outcome", progress.outcome());
        new JsonDevices(members).counts(progress.tally());
    }
}
