package io.github.devicebatch.cli.upload;

import io.github.devicebatch.application.upload.JoinedUpload;
import io.github.devicebatch.application.upload.LineResult;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.upload.UploadFile.Line;
import io.github.devicebatch.domain.BatchReference;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The header and the lines to upload again, byte for byte as they stand in the file. */
public final class IncludedLines implements FailedLines.Listener {

    private final StandardOutput output;
    private final OutputStream buffer;

    public IncludedLines(StandardOutput output) {
        this.output = output;
        this.buffer = new BufferedOutputStream(output.stream());
    }

    @Override
    public void begin(byte[] preamble) {
        write(preamble);
    }

    @Override
    public void line(Line line, LineResult result, boolean isIncluded) {
        if (isIncluded) {
            write(line.bytes());
        }
    }

    @Override
    public void row(BatchReference batch, JoinedUpload.RowWithoutLine row) {
        // not a line of the file
    }

    @Override
    public void end() {
        try {
            buffer.flush();
        } catch (IOException failure) {
            throw output.failure(failure);
        }
    }

    private void write(byte[] bytes) {
        try {
            buffer.write(bytes);
        } catch (IOException failure) {
            throw output.failure(failure);
        }
    }
}
