package io.github.devicebatch.cli.upload;

import io.github.devicebatch.application.upload.JoinedUpload;
import io.github.devicebatch.application.upload.LineResult;
import io.github.devicebatch.application.upload.Mismatch;
import io.github.devicebatch.cli.output.json.JsonFields;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.upload.UploadFile.Line;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ReuploadAdvice;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Optional;

/** JSON document about every line: what became of it, whether it is worth uploading again, and what to do first. */
public final class FailedJson implements FailedLines.Listener {

    private static final String SCHEMA = "devicebatch.failed/1";

    private final JsonGenerator json;
    private final JsonFields fields;
    private final FailedCounts counts;
    private boolean rowsBegun;

    /** Begins the document; {@code counts} receives each line before this does. */
    public FailedJson(StandardOutput output, FailedCounts counts) {
        this.json = JsonFields.document(output);
        this.fields = new JsonFields(json);
        this.counts = counts;
        json.writeStartObject().write("schema", SCHEMA).writeStartArray("lines");
    }

    @Override
    public void line(Line line, LineResult result, boolean isIncluded) {
        json.writeStartObject();
        fields.number("line", line.number());
        fields.text("serialNumber", line.device().serialNumber());
        fields.text("productKey", line.device().productKey());
        fields.text("result", kind(result));
        json.write("written", isIncluded);
        fields.text(
                "uploadingAgain",
                result instanceof LineResult.Failed failed
                        ? Optional.of(JsonFields.word(failed.advice()))
                        : Optional.empty());
        errors(errors(result));
        mismatch(
                result instanceof LineResult.NotJoined notJoined
                        ? Optional.of(notJoined.mismatch())
                        : Optional.empty());
        json.writeEnd();
        json.flush();
    }

    private static String kind(LineResult result) {
        return switch (result) {
            case LineResult.Registered registered -> "registered";
            case LineResult.Accepted accepted -> "accepted";
            case LineResult.Unsettled unsettled -> "unsettled";
            case LineResult.Failed failed -> "failed";
            case LineResult.NotJoined notJoined -> "notJoined";
        };
    }

    private static List<DeviceError> errors(LineResult result) {
        return switch (result) {
            case LineResult.Failed failed -> failed.errors();
            case LineResult.Accepted accepted -> accepted.errors();
            case LineResult.Registered registered -> List.of();
            case LineResult.Unsettled unsettled -> List.of();
            case LineResult.NotJoined notJoined -> List.of();
        };
    }

    private void errors(List<DeviceError> errors) {
        json.writeStartArray("errors");
        for (DeviceError error : errors) {
            json.writeStartObject();
            fields.text("errorCode", error.code());
            fields.text("errorName", error.name());
            fields.text("meaning", error.known().map(KnownDeviceError::meaning));
            fields.text("remedy", error.known().map(KnownDeviceError::remedy));
            json.writeEnd();
        }
        json.writeEnd();
    }

    private void mismatch(Optional<Mismatch> mismatch) {
        fields.text("mismatch", mismatch.map(JsonFields::word));
        fields.text("detail", mismatch.map(Mismatch::description));
    }

    @Override
    public void row(BatchReference batch, JoinedUpload.RowWithoutLine row) {
        beginRows();
        json.writeStartObject();
        fields.batch(batch);
        fields.number("row", row.position() + 1L);
        fields.text("serialNumber", row.serialNumber());
        fields.text("productKey", row.productKey());
        mismatch(Optional.of(row.mismatch()));
        json.writeEnd();
    }

    private void beginRows() {
        if (!rowsBegun) {
            json.writeEnd();
            json.writeStartArray("rowsWithoutLine");
            rowsBegun = true;
        }
    }

    @Override
    public void end() {
        beginRows();
        json.writeEnd();
        json.writeStartObject("summary");
        fields.number("lines", counts.lines());
        fields.number("written", counts.written());
        fields.number("registered", counts.registered());
        fields.number("accepted", counts.accepted());
        fields.number("failed", counts.failed());
        fields.number("unsettled", counts.unsettled());
        fields.number("notJoined", counts.notJoined());
        fields.number("rowsWithoutLine", counts.rowsWithoutLine());
        json.writeStartObject("uploadingAgain");
        for (ReuploadAdvice advice : ReuploadAdvice.values()) {
            fields.number(JsonFields.word(advice), counts.failed(advice));
        }
        json.writeEnd();
        fields.number("exitCode", counts.exitCode().number());
        json.writeEnd();
        json.writeEnd();
        json.close();
    }
}
