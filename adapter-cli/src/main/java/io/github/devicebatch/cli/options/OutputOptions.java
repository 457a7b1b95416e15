package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.output.CsvReport;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.JsonLinesReport;
import io.github.devicebatch.cli.output.StatusJsonReport;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.TableReport;
import io.github.devicebatch.cli.output.WaitJsonReport;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.domain.AcceptedErrors;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options about output: format, filter, colour and verbosity. */
public final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Output format: ${COMPLETION-CANDIDATES}. Default: table.")
    private Format output = Format.TABLE;

    @Option(names = "--failed", description = "Show only failed devices, as the table always does.")
    private boolean failed;

    @ArgGroup(validate = false)
    private AcceptOption accept = new AcceptOption();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Use color: ${COMPLETION-CANDIDATES}. Default: auto, on a terminal.")
    private ColorPolicy.Mode color = ColorPolicy.Mode.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log each attempt to stderr.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no failures and no progress to stderr; the exit code still reports failures.")
    private boolean quiet;

    /** Returns the report of {@code status} in the chosen format. */
    public StatusReport report(CliContext context) {
        StandardOutput out = new StandardOutput(context.out());
        return switch (output) {
            case TABLE -> table(out, context);
            case JSON -> new StatusJsonReport(out, devices(), context.time());
            case JSONL -> new JsonLinesReport(out, devices(), context.time());
            case CSV -> new CsvReport(out, devices(), messages(context));
        };
    }

    /** Returns the report of {@code wait} in the chosen format. */
    public WaitReport waitReport(CliContext context) {
        StandardOutput out = new StandardOutput(context.out());
        return switch (output) {
            case TABLE -> table(out, context);
            case JSON -> new WaitJsonReport(out, devices(), context.time());
            case JSONL -> new JsonLinesReport(out, devices(), context.time());
            case CSV -> new CsvReport(out, devices(), messages(context));
        };
    }

    private TableReport table(StandardOutput out, CliContext context) {
        int width = context.terminals().test(StandardStream.OUT) ? context.columns() : Integer.MAX_VALUE;
        return new TableReport(
                out,
                context.colors().textStyle(color, StandardStream.OUT),
                new UnavailableText(context.clock()),
                new TableReport.Layout(width, context.command()));
    }

    private DeviceFilter devices() {
        return failed ? DeviceFilter.FAILED : DeviceFilter.ALL;
    }

    public Messages messages(CliContext context) {
        return new Messages(context.err(), context.colors().textStyle(color, StandardStream.ERR), verbosity());
    }

    public Messages.Verbosity verbosity() {
        return verbose ? Messages.Verbosity.VERBOSE : quiet ? Messages.Verbosity.QUIET : Messages.Verbosity.NORMAL;
    }

    /**
     * Returns the device errors that count as success, after a note about each one that is not documented.
     *
     * @throws UsageException if {@code --accept} has an invalid value
     */
    public AcceptedErrors acceptedErrors(CliContext context) {
        AcceptedErrors errors = accept.errors();
        accept.undocumented()
                .forEach(error -> messages(context)
                        .note("--accept: " + error + " is not a documented device error; see devicebatch explain"));
        return errors;
    }

    public Format format() {
        return output;
    }

    /** Value of {@code --output}. */
    public enum Format {
        TABLE,
        JSON,
        JSONL,
        CSV;

        /** Returns the word used on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
