package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.time.InstantSource;
import java.util.Map;

/** For scripts: one JSON object, written as the answers come. */
final class JsonReport implements Report {

    static final String SCHEMA = "devicebatch.status/1";

    private final JsonGenerator json;
    private final JsonAnswer answers;

    JsonReport(Output output, DeviceFilter devices, InstantSource time) {
        this.json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(new OutputWriter(output, VisibleJson::of));
        this.answers = new JsonAnswer(new JsonMembers(json), devices, time);
        json.writeStartObject().write("schema", SCHEMA).writeStartArray("results");
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        json.writeStartObject();
        answers.write(batch, answer);
        json.writeEnd();
        json.flush();
    }

    @Override
    public void end(Summary summary) {
        json.writeEnd();
        json.writeStartObject("summary");
        JsonSummary counts = new JsonSummary(new JsonMembers(json), Verdict.OF_ANSWERS);
        counts.write(summary);
        counts.writeExitCode(summary);
        json.writeEnd();
        json.writeEnd();
        json.close();
    }
}
