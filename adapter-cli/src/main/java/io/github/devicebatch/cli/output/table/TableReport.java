package io.github.devicebatch.cli.output.table;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.output.WordWrap;
import io.github.devicebatch.cli.terminal.DisplayWidth;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.domain.ProductKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text for people: a line for each batch without failures, a table of the devices that failed with a remedy for each, and at the end
 * the totals, the verdict and the next command.
 */
public final class TableReport implements StatusReport, WaitReport {

    private static final String INDENT = "  ";
    private static final int MAX_NOTE_LENGTH = 300;

    private static final List<String> DEVICE_HEADINGS =
            List.of("SERIAL NUMBER", "PRODUCT KEY", "CODE", "NAME", "WHAT TO DO");

    /** Headings of the columns that are left out if the table is too wide, the least important first. */
    private static final List<String> DROPPABLE = List.of("PRODUCT KEY", "NAME");

    private final StandardOutput output;
    private final TextStyle style;
    private final UnavailableText unavailableText;
    private final Layout layout;
    private boolean begun;
    private boolean previousIsShort;

    /**
     * Layout of the report.
     *
     * @param width the maximum width of a line, where words allow it
     * @param command how this command was called, for the next command to type
     */
    public record Layout(int width, String command) {

        /** No maximum width, for output that is not a terminal. */
        public static final Layout UNLIMITED = new Layout(TextTable.ANY_WIDTH, "devicebatch");
    }

    public TableReport(StandardOutput output, TextStyle style, UnavailableText unavailableText) {
        this(output, style, unavailableText, Layout.UNLIMITED);
    }

    public TableReport(StandardOutput output, TextStyle style, UnavailableText unavailableText, Layout layout) {
        this.output = output;
        this.style = style;
        this.unavailableText = unavailableText;
        this.layout = layout;
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        Verdict verdict = Verdict.of(answer);
        if (answer instanceof Found found) {
            add(batch, verdict, found.status());
        } else if (answer instanceof Unavailable unavailable) {
            entry(batch, verdict, List.of(), List.of(unavailableText.withAttempts(unavailable)));
        } else {
            entry(batch, verdict, List.of(), List.of());
        }
    }

    private void add(BatchReference batch, Verdict verdict, BatchStatus status) {
        List<String> notes = BatchText.notes(status).stream()
                .map(note -> "note: " + Excerpt.of(note, MAX_NOTE_LENGTH))
                .toList();
        List<DeviceStatus> failed = status.failedDevices();
        if (verdict == Verdict.ALL_REGISTERED || verdict == Verdict.PENDING && failed.isEmpty()) {
            entry(batch, verdict, BatchText.inline(status), notes);
        } else {
            List<String> details = new ArrayList<>();
            details.add(BatchText.details(status));
            details.addAll(notes);
            entry(batch, verdict, List.of(), details);
            devices(failed);
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

    /** A batch without a request is only counted. */
    private void addUnfinished(WaitResult result) {
        if (result.verdict() != Verdict.NOT_ASKED) {
            List<String> text = List.of(result.describe());
            boolean fits = fits(reference(result.batch()), result.describe());
            entry(result.batch(), result.verdict(), fits ? text : List.of(), fits ? List.of() : text);
        }
    }

    private boolean fits(String reference, String inline) {
        int used = Verdict.WIDTH + INDENT.length() + reference.length() + INDENT.length();
        return used + DisplayWidth.of(inline) <= layout.width;
    }

    /**
     * Writes the headline of a batch, and the lines below it. An empty line separates entries, unless both have one line.
     *
     * @param inline texts for the headline, the longest first; the first one that fits is used
     */
    private void entry(BatchReference batch, Verdict verdict, List<String> inline, List<String> below) {
        boolean isShort = below.isEmpty();
        if (begun && !(isShort && previousIsShort)) {
            output.line("");
        }
        begun = true;
        previousIsShort = isShort;
        String text = String.format(Locale.ROOT, "%-" + Verdict.WIDTH + "s", verdict.text());
        String reference = reference(batch);
        String added = inline.stream()
                .filter(candidate -> fits(reference, candidate))
                .findFirst()
                .map(candidate -> INDENT + candidate)
                .orElse("");
        output.line(style.bold(style.apply(verdict.style(), text)) + INDENT + reference + added);
        if (!isShort && isNarrow()) {
            output.line(INDENT + "customer " + batch.customer());
        }
        below.forEach(this::indented);
    }

    /** Returns the tracking id alone where both ids do not fit. */
    private String reference(BatchReference batch) {
        return isNarrow() ? batch.tracking().toString() : batch.toString();
    }

    private boolean isNarrow() {
        int bothIds = 73;
        return layout.width < Verdict.WIDTH + INDENT.length() + bothIds;
    }

    private void indented(String text) {
        WordWrap.lines(text, layout.width - INDENT.length()).forEach(line -> output.line(INDENT + line));
    }

    /** Formats each row twice and keeps none, so that a large batch needs no more memory than its answer. */
    private void devices(List<DeviceStatus> failed) {
        if (!failed.isEmpty()) {
            var lines = new TableLines(DEVICE_HEADINGS, () -> failed.stream().map(TableReport::cells));
            table(lines.within(layout.width - INDENT.length(), DROPPABLE));
        }
    }

    private static List<String> cells(DeviceStatus device) {
        return List.of(
                TotalsTables.cell(device.serialNumber()),
                TotalsTables.cell(device.productKey().map(ProductKey::toString)),
                TotalsTables.cell(device.error().flatMap(DeviceError::code)),
                TotalsTables.cell(device.error().flatMap(DeviceError::name)),
                TotalsTables.remedy(device.error()));
    }

    /** Writes the lines of a table after an empty line. */
    private void table(Stream<String> lines) {
        Iterator<String> remaining = lines.iterator();
        if (remaining.hasNext()) {
            output.line("");
            output.line(INDENT + style.faint(remaining.next()));
            remaining.forEachRemaining(line -> output.line(INDENT + line));
        }
    }

    @Override
    public void end(Summary summary) {
        boolean several = summary.batches() > 1;
        BatchTotals totals = summary.totals();
        if (summary.exitCode() == ExitCode.INTERRUPTED
                || !several && totals.errors().isEmpty()) {
            return; // the line of a single batch is the verdict
        }
        if (several || totals.devices().failed() > TotalsTables.MAX_ROWS) {
            TotalsTables tables = new TotalsTables(totals, layout.width - INDENT.length());
            table(tables.errors().stream());
            table(tables.reuploads().stream());
            table(tables.customers().stream());
        }
        output.line("");
        if (several && totals.devices().total() > 0) {
            WordWrap.lines(BatchText.counts(totals.devices()), layout.width).forEach(output::line);
        }
        WordWrap.lines(summary.toString(), layout.width).forEach(line -> output.line(style.bold(line)));
        nextCommand(totals).ifPresent(command -> output.line("next: " + layout.command + " " + command));
    }

    /** Returns the command that explains the most frequent error, if it is documented. */
    private static Optional<String> nextCommand(BatchTotals totals) {
        return totals.errors().stream()
                .findFirst()
                .flatMap(BatchTotals.ErrorTotal::error)
                .flatMap(DeviceError::known)
                .map(known -> "explain " + known.code().orElseGet(known::vendorName));
    }
}
