package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.domain.BatchAnomaly;
import io.github.devicebatch.domain.BatchChange;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.DeviceStatus;
import java.util.List;

/** Writer of the difference between two descriptions of a batch as fields of the current JSON object. */
record ChangeJson(JsonFields fields, DeviceFilter devices) {

    /** Writes the previous progress, the current one, and the devices that were processed in between. */
    void write(BatchChange change) {
        change.previous()
                .ifPresentOrElse(this::writePrevious, () -> fields.json().writeNull("previous"));
        write(change.current());
        CommonJson common = new CommonJson(fields);
        List<DeviceStatus> registered = devices == DeviceFilter.ALL ? change.registered() : List.of();
        common.devices("registered", registered, device -> false);
        common.devices("failed", change.failed(), device -> false);
        common.devices("accepted", devices == DeviceFilter.ALL ? change.accepted() : List.of(), device -> true);
    }

    private void writePrevious(BatchProgress previous) {
        fields.json().writeStartObject("previous");
        write(previous);
        fields.json().writeEnd();
    }

    private void write(BatchProgress progress) {
        fields.text("status", progress.state().text());
        fields.word("outcome", progress.outcome());
        new CommonJson(fields).tally("counts", progress.tally());
    }

    /** Writes the contradictions between two descriptions as an array. */
    void write(List<BatchAnomaly> anomalies) {
        fields.json().writeStartArray("anomalies");
        for (BatchAnomaly anomaly : anomalies) {
            fields.json().writeStartObject();
            fields.text("anomaly", kind(anomaly));
            fields.text("detail", anomaly.description());
            fields.json().writeEnd();
        }
        fields.json().writeEnd();
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
