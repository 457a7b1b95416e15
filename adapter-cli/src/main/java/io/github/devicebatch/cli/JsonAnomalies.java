package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchAnomaly;
import java.util.List;

/** Writes where the service contradicts itself as a member of the current JSON object. */
record JsonAnomalies(JsonMembers members) {

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
