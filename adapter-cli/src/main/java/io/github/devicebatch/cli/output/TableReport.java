package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ProductKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text for people: a headline for each batch, and a table of the devices that failed with a remedy for each. */
public final class TableReport implements StatusReport, WaitReport {

    private static final String INDENT = "  ";
    private static final int MAX_NOTE_LENGTH = 300;
    private static final int MAX_CELL_LENGTH = 60;
    private static final String NO_VALUE = "-";

    private final StandardOutput output;
    private final TextStyle style;
    private final UnavailableText unavailableText;
    private boolean begun;
    private boolean previousIsShort;

    public TableReport(StandardOutput output, TextStyle style, UnavailableText unavailableText) {
        this.output = output;
        this.style = style;
        this.unavailableText = unavailableText;
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        if (begun) {
            output.line("");
        }
        headline(batch, Verdict.of(answer));
        previousIsShort = false;
        if (answer instanceof Found found) {
            describe(found.status());
        } else if (answer instanceof Unavailable unavailable) {
            output.line(INDENT + unavailableText.withAttempts(unavailable));
        }
    }

    @Override
    public void end(WaitResult result) {
        switch (result.ending()) {
            case COMPLETED -> add(result.batch(), result.snapshot().answer().orElseThrow());
            case GAVE_UP, TIMED_OUT, STOPPED -> addUnfinished(result);
            case INTERRUPTED -> {
                // not written: standard error has the state
            }
        }
    }

    /** Writes two lines; no empty line separates such results. */
    private void addUnfinished(WaitResult result) {
        if (result.verdict() == Verdict.NOT_ASKED) {
            return; // the summary counts them
        }
        if (begun && !previousIsShort) {
            output.line("");
        }
        headline(result.batch(), result.verdict());
        output.line(INDENT + result.describe());
        previousIsShort = true;
    }

    private void headline(BatchReference batch, Verdict verdict) {
        begun = true;
        String text = String.format(Locale.ROOT, "%-" + Verdict.WIDTH + "s", verdict.text());
        output.line(style.bold(style.apply(verdict.style(), text)) + INDENT + batch);
    }

    @Override
    public void end(Summary summary) {
        if (summary.batches() > 1 && summary.exitCode() != ExitCode.INTERRUPTED) {
            output.line("");
            output.line(style.bold(summary.toString()));
        }
    }

    private void describe(BatchStatus status) {
        output.line(INDENT + BatchText.details(status));
        BatchText.notes(status).forEach(note -> output.line(INDENT + "note: " + Excerpt.of(note, MAX_NOTE_LENGTH)));
        List<DeviceStatus> failed = status.failedDevices();
        if (!failed.isEmpty()) {
            List<String> lines = failedDevices(failed);
            output.line("");
            output.line(INDENT + style.faint(lines.getFirst()));
            lines.stream().skip(1).forEach(line -> output.line(INDENT + line));
        }
    }

    private static List<String> failedDevices(List<DeviceStatus> devices) {
        TextTable table = new TextTable("SERIAL NUMBER", "PRODUCT KEY", "CODE", "NAME", "WHAT TO DO");
        devices.forEach(device -> table.row(
                cell(device.serialNumber()),
                cell(device.productKey().map(ProductKey::toString)),
                cell(device.error().flatMap(DeviceError::code)),
                cell(device.error().flatMap(DeviceError::name)),
                remedy(device)));
        return table.lines();
    }

    private static String cell(Optional<String> text) {
        return text.map(value -> Excerpt.of(value, MAX_CELL_LENGTH).text()).orElse(NO_VALUE);
    }

    private static String remedy(DeviceStatus device) {
        return device.error()
                .flatMap(DeviceError::known)
                .map(KnownDeviceError::shortRemedy)
                .orElse("ask vendor support");
    }
}
