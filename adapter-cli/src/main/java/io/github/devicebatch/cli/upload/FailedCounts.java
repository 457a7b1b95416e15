package io.github.devicebatch.cli.upload;

import io.github.devicebatch.application.upload.JoinedUpload;
import io.github.devicebatch.application.upload.LineResult;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.upload.UploadFile.Line;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.EnumMap;
import java.util.Map;

/** Numbers of lines and rows, and the exit code. Not thread-safe. */
public final class FailedCounts implements FailedLines.Listener {

    private final Map<ReuploadAdvice, Integer> failed = new EnumMap<>(ReuploadAdvice.class);
    private int lines;
    private int written;
    private int registered;
    private int accepted;
    private int unsettled;
    private int notJoined;
    private int rowsWithoutLine;

    /** Creates the counts of nothing. */
    public FailedCounts() {}

    @Override
    public void line(Line line, LineResult result, boolean isIncluded) {
        lines++;
        written += isIncluded ? 1 : 0;
        switch (result) {
            case LineResult.Registered joined -> registered++;
            case LineResult.Accepted joined -> accepted++;
            case LineResult.Unsettled joined -> unsettled++;
            case LineResult.Failed joined -> failed.merge(joined.advice(), 1, Integer::sum);
            case LineResult.NotJoined separate -> notJoined++;
        }
    }

    @Override
    public void row(BatchReference batch, JoinedUpload.RowWithoutLine row) {
        rowsWithoutLine++;
    }

    @Override
    public void end() {
        // the counts are complete
    }

    int lines() {
        return lines;
    }

    int written() {
        return written;
    }

    int registered() {
        return registered;
    }

    int accepted() {
        return accepted;
    }

    int unsettled() {
        return unsettled;
    }

    int notJoined() {
        return notJoined;
    }

    int rowsWithoutLine() {
        return rowsWithoutLine;
    }

    int failed(ReuploadAdvice advice) {
        return failed.getOrDefault(advice, 0);
    }

    int failed() {
        return failed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the exit code: whether every line is joined with a final row, and every row with a line. */
    public ExitCode exitCode() {
        return notJoined + rowsWithoutLine + unsettled == 0 ? ExitCode.ANSWERED : ExitCode.NOT_ALL_REGISTERED;
    }
}
