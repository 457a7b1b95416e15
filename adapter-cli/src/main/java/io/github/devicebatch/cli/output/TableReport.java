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
import io.github.devicebatch.domain.ProductKey;
import java.util.List;
import java.util.Optional;

/** For people: a headline a batch, then the devices that did not get in and what to do about each. */
public final class TableReport implements StatusReport {

    private static final String INDENT = "  ";

    private final StandardOutput output;
    private final TextStyle ink;
    private final UnavailableText words;
    private boolean begun;
    private boolean brief;

    public TableReport(StandardOutput output, TextStyle ink, UnavailableText words) {
        this.output = output;
        this.ink = ink;
        this.words = words;
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        if (begun) {
            output.line("");
        }
        head(batch, Verdict.of(answer));
        brief = false;
        if (answer instanceof Found found) {
            describe(found.status());
        } else if (answer instanceof Unavailable unavailable) {
            output.line(INDENT + words.withStory(unavailable));
        }
    }

    /** Shows that a wait ended without an answer of its own, and where the batch stood; such ones stand close together. */
    void add(BatchReference batch, Verdict verdict, String state) {
        if (begun && !brief) {
            output.line("");
        }
        head(batch, verdict);
        output.line(INDENT + state);
        brief = true;
    }

    private void head(BatchReference batch, Verdict verdict) {
        begun = true;
        String headline = ("%-" + Verdict.WIDTH + "s").formatted(verdict.words());
        output.line(ink.bold(ink.in(verdict.tone(), headline)) + INDENT + batch);
    }

    @Override
    public void end(Summary summary) {
        if (summary.batches() > 1) {
            output.line("");
            output.line(ink.bold(summary.toString()));
        }
    }

    private void describe(BatchStatus status) {
        output.line(INDENT + BatchText.of(status));
        BatchText.BatchNotes.of(status).forEach(note -> output.line(INDENT + "note: " + Excerpt.of(note, 300)));
        List<String> devices = FailedDevices.of(status);
        if (!devices.isEmpty()) {
            output.line("");
            output.line(INDENT + ink.faint(devices.getFirst()));
            devices.stream().skip(1).forEach(device -> output.line(INDENT + device));
        }
    }

    /** The devices of a batch that did not get in, as lines: which they are, what the service says, what to do. */
    static final class FailedDevices {

        private static final int LONGEST_CELL = 60;
        private static final String MISSING = "-";

        private FailedDevices() {}

        /** Gives the headings and a line a device; nothing at all if no device failed. */
        static List<String> of(BatchStatus status) {
            List<DeviceStatus> failed = status.failedDevices();
            if (failed.isEmpty()) {
                return List.of();
            }
            TextTable table = new TextTable("SERIAL NUMBER", "PRODUCT KEY", "CODE", "NAME", "WHAT TO DO");
            failed.forEach(device -> table.row(
                    cell(device.serialNumber()),
                    cell(device.productKey().map(ProductKey::toString)),
                    cell(device.error().flatMap(DeviceError::code)),
                    cell(device.error().flatMap(DeviceError::name)),
                    DeviceErrorText.FewWords.about(device)));
            return table.lines();
        }

        private static String cell(Optional<String> text) {
            return text.map(sent -> Excerpt.of(sent, LONGEST_CELL).text()).orElse(MISSING);
        }
    }

    /** For people: the end of each batch as {@code status} shows it, or where it stood. */
    public record WaitTable(TableReport table) implements WaitReport {

        @Override
        public void end(WaitResult result) {
            switch (result.ending()) {
                case COMPLETED ->
                    table.add(result.batch(), result.facts().answer().orElseThrow());
                case GAVE_UP, TIMED_OUT, STOPPED ->
                    table.add(result.batch(), result.verdict(), WaitResult.ResultInWords.of(result));
                case INTERRUPTED -> {
                    // its reader has gone for it; standard error has the state
                }
            }
        }

        @Override
        public void end(Summary summary) {
            if (summary.exitCode() != ExitCode.INTERRUPTED) {
                table.end(summary);
            }
        }
    }
}
