package io.github.devicebatch.cli.output;

import io.github.devicebatch.domain.BatchAnomaly;
import io.github.devicebatch.domain.BatchChange;
import io.github.devicebatch.domain.BatchProgress;
import java.util.List;

/** Writes how a batch came on as members of the current JSON object: where it was, where it is, what settled since. */
record ChangeJson(JsonFields members, DeviceFilter devices) {

    void write(BatchChange change) {
        change.previous()
                .ifPresentOrElse(this::writePrevious, () -> members.json().writeNull("previous"));
        write(change.current());
        CommonJson rows = new CommonJson(members);
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
        new CommonJson(members).counts(progress.tally());
    }

    /** Writes where the service contradicts itself as a member of the current JSON object. */
    record JsonAnomalies(JsonFields members) {

        void write(List<BatchAnomaly> anomalies) {
            members.json().writeStartArray("anomalies");
            for (BatchAnomaly anomaly : anomalies) {
                members.json().writeStartObject();
                members.text("anomaly", kind(anomaly));
                members.text("detail", anomaly.description());
                members.json().writeEnd();
            }
            members.json().writeEnd();
        }

        private static String kind(BatchAnomaly anomaly) {
            return switch (anomaly) {
                case BatchAnomaly.StateWentBack wentBack -> "stateWentBack";
                case BatchAnomaly.DevicesUnsettled unsettled -> "devicesUnsettled";
                case BatchAnomaly.VerdictsReversed reversed -> "verdictsReversed";
                case BatchAnomaly.RowsVanished vanished -> "rowsVanished";
            };
        }
    }
}
