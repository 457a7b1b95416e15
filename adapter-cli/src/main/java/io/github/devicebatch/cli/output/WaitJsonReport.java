package io.github.devicebatch.cli.output;

import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.terminal.LineBufferedWriter;
import io.github.devicebatch.cli.terminal.StandardOutput;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** For scripts: one JSON object, written as the waits end. */
public final class WaitJsonReport implements WaitReport {

    static final String SCHEMA = "devicebatch.wait/1";

    private final JsonGenerator json;
    private final JsonFields members;
    private final SnapshotJson facts;

    public WaitJsonReport(StandardOutput output, DeviceFilter devices, InstantSource time) {
        this.json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(new LineBufferedWriter(output, JsonEscaper::of));
        this.members = new JsonFields(json);
        this.facts = new SnapshotJson(members, Optional.of(devices), time);
        json.writeStartObject().write("schema", SCHEMA).writeStartArray("results");
    }

    @Override
    public void end(WaitResult result) {
        json.writeStartObject();
        members.batch(result.batch());
        members.word("ending", result.ending());
        members.number("questions", result.questions());
        facts.write(result.facts());
        json.writeEnd();
        json.flush();
    }

    @Override
    public void end(Summary summary) {
        json.writeEnd();
        json.writeStartObject("summary");
        new CommonJson.JsonSummary(members, EnumSet.allOf(Verdict.class)).writeWhole(summary);
        json.writeEnd();
        json.writeEnd();
        json.close();
    }
}
