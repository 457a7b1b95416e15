package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.output.CollectedReport;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.OutputFile;
import io.github.devicebatch.cli.output.Report;
import io.github.devicebatch.cli.output.ReportTarget;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.StatusReports;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitReports;
import io.github.devicebatch.cli.output.json.JsonLinesReport;
import io.github.devicebatch.cli.output.json.StatusJsonReport;
import io.github.devicebatch.cli.output.json.WaitJsonReport;
import io.github.devicebatch.cli.output.sheet.CsvReport;
import io.github.devicebatch.cli.output.sheet.XlsxReport;
import io.github.devicebatch.cli.output.table.TableReport;
import io.github.devicebatch.cli.report.HtmlReport;
import io.github.devicebatch.cli.report.JunitReport;
import io.github.devicebatch.cli.report.MarkdownReport;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.AcceptedErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options about output: format, filter, colour and verbosity. */
public final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            converter = FormatConverter.class,
            completionCandidates = FormatWords.class,
            description =
                    "Output format: ${COMPLETION-CANDIDATES}; with =FILE, written to a file. Repeatable. Default: table.")
    private List<OutputTarget<Format>> output = new ArrayList<>();

    @Option(names = "--failed", description = "Show only failed devices, as the table always does.")
    private boolean failed;

    @ArgGroup(validate = false)
    private AcceptOption accept = new AcceptOption();

    @ArgGroup(validate = false)
    private StreamOptions streams = new StreamOptions();

    /**
     * Returns the report of {@code status} in the chosen formats.
     *
     * @throws UsageException if a file cannot be written
     */
    public StatusReport report(CliContext context) {
        return new StatusReports(reports(context, (format, out) -> statusReport(format, out, context)));
    }

    /**
     * Returns the report of {@code wait} in the chosen formats.
     *
     * @throws UsageException if a file cannot be written
     */
    public WaitReport waitReport(CliContext context) {
        return new WaitReports(reports(context, (format, out) -> waitReport(format, out, context)));
    }

    private StatusReport statusReport(Format format, StandardOutput out, CliContext context) {
        return switch (format) {
            case TABLE -> table(out, context);
            case JSON -> new StatusJsonReport(out, devices(), context.time());
            case JSONL -> new JsonLinesReport(out, devices(), context.time());
            case CSV -> new CsvReport(out, devices(), messages(context));
            case XLSX -> spreadsheet(out, context);
            case HTML, MARKDOWN, JUNIT -> document(format, out, context);
        };
    }

    private WaitReport waitReport(Format format, StandardOutput out, CliContext context) {
        return switch (format) {
            case TABLE -> table(out, context);
            case JSON -> new WaitJsonReport(out, devices(), context.time());
            case JSONL -> new JsonLinesReport(out, devices(), context.time());
            case CSV -> new CsvReport(out, devices(), messages(context));
            case XLSX -> spreadsheet(out, context);
            case HTML, MARKDOWN, JUNIT -> document(format, out, context);
        };
    }

    private XlsxReport spreadsheet(StandardOutput out, CliContext context) {
        if (out.stream() == context.out() && context.terminals().test(StandardStream.OUT)) {
            throw new UsageException(Problem.of(
                    "a spreadsheet cannot be shown on a terminal", "write it to a file: -o xlsx=devices.xlsx"));
        }
        return new XlsxReport(out, devices(), messages(context));
    }

    private CollectedReport document(Format format, StandardOutput out, CliContext context) {
        CollectedReport.Document document = switch (format) {
            case HTML -> new HtmlReport();
            case MARKDOWN -> new MarkdownReport();
            case JUNIT -> new JunitReport();
            case TABLE, JSON, JSONL, CSV, XLSX -> throw new IllegalArgumentException(format + " is not a document");
        };
        return new CollectedReport(out, devices(), context.time(), document);
    }

    /** Files come first, so that they are written even if the reader of standard output has gone. */
    private <R extends Report> List<ReportTarget<R>> reports(
            CliContext context, BiFunction<Format, StandardOutput, R> factory) {
        List<ReportTarget<R>> reports = new ArrayList<>();
        try {
            for (OutputTarget<Format> target : targets()) {
                Optional<OutputFile> file = target.file().map(path -> OutputFile.create(path, context.pause()));
                StandardOutput out = file.map(StandardOutput::new).orElseGet(() -> new StandardOutput(context.out()));
                reports.add(
                        file.isPresent() ? 0 : reports.size(),
                        new ReportTarget<>(factory.apply(target.format(), out), file));
            }
            return reports;
        } catch (RuntimeException | Error unwritable) {
            reports.forEach(ReportTarget::close);
            throw unwritable;
        }
    }

    private List<OutputTarget<Format>> targets() {
        return streams.targets(output, Format.TABLE);
    }

    private TableReport table(StandardOutput out, CliContext context) {
        boolean onStandardOutput = out.stream() == context.out();
        return new TableReport(
                out,
                onStandardOutput ? streams.textStyle(context, StandardStream.OUT) : TextStyle.PLAIN,
                new UnavailableText(context.clock()),
                new TableReport.Layout(
                        onStandardOutput ? context.outputColumns() : Integer.MAX_VALUE, context.command()));
    }

    private DeviceFilter devices() {
        return failed ? DeviceFilter.FAILED : DeviceFilter.ALL;
    }

    public Messages messages(CliContext context) {
        return streams.messages(context);
    }

    public Messages.Verbosity verbosity() {
        return streams.verbosity();
    }

    /**
     * Returns the device errors that count as success, after a note about each one that is not documented.
     *
     * @throws UsageException if {@code --accept} has an invalid value
     */
    public AcceptedErrors acceptedErrors(CliContext context) {
        return accept.errors(messages(context));
    }

    /** Returns whether the table goes to standard output. */
    public boolean writesTable() {
        return targets().contains(new OutputTarget<>(Format.TABLE, Optional.empty()));
    }

    /** Format of {@code --output}. */
    public enum Format {
        TABLE,
        JSON,
        JSONL,
        CSV,
        XLSX,
        HTML,
        MARKDOWN,
        JUNIT;

        /** Returns the word used on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Converter of {@code --output}. */
    static final class FormatConverter implements ITypeConverter<OutputTarget<Format>> {

        @Override
        public OutputTarget<Format> convert(String text) {
            return OutputTarget.parse(text, Format.class);
        }
    }

    /** Words that a shell completes. */
    static final class FormatWords implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::toString).iterator();
        }
    }
}
