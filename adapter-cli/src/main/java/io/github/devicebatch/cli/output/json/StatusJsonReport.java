package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import jakarta.json.stream.JsonGenerator;
import java.time.InstantSource;

/** One JSON document of all answers, written as they come. */
public final class StatusJsonReport implements StatusReport {

    private static final String SCHEMA = "devicebatch.status/1";

    private final JsonGenerator json;
    private final AnswerJson answers;

    public StatusJsonReport(StandardOutput output, DeviceFilter devices, InstantSource time) {
        this.json = JsonFields.document(output);
        this.answers = new AnswerJson(new JsonFields(json), devices, time);
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
        new CommonJson(new JsonFields(json)).summaryOfAnswers(summary);
        json.writeEnd();
        json.writeEnd();
        json.close();
    }
}
