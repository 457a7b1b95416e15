package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.terminal.StandardOutput;
import jakarta.json.stream.JsonGenerator;
import java.time.InstantSource;
import java.util.Optional;

/** One JSON document of all waits, written as they end. */
public final class WaitJsonReport implements WaitReport {

    private static final String SCHEMA = "devicebatch.wait/1";

    private final JsonGenerator json;
    private final JsonFields fields;
    private final SnapshotJson snapshots;

    public WaitJsonReport(StandardOutput output, DeviceFilter devices, InstantSource time) {
        this.json = JsonFields.document(output);
        this.fields = new JsonFields(json);
        this.snapshots = new SnapshotJson(fields, Optional.of(devices), time);
        json.writeStartObject().write("schema", SCHEMA).writeStartArray("results");
    }

    @Override
    public void end(WaitResult result) {
        json.writeStartObject();
        fields.batch(result.batch());
        fields.word("ending", result.ending());
        fields.number("questions", result.requests());
        snapshots.write(result.snapshot());
        json.writeEnd();
        json.flush();
    }

    @Override
    public boolean isLostUnlessEnded() {
        return true;
    }

    @Override
    public void end(Summary summary) {
        json.writeEnd();
        json.writeStartObject("summary");
        new CommonJson(fields).summaryOfWaits(summary);
        json.writeEnd();
        json.writeEnd();
        json.close();
    }
}
