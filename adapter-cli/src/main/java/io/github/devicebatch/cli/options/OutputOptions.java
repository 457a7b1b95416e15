package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
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
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that say what is shown of the answers, and how. */
public final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Show as ${COMPLETION-CANDIDATES}. Default: table.")
    private Format output = Format.TABLE;

    @Option(names = "--failed", description = "Leave out devices that did not fail; the table always does.")
    private boolean failed;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Use colour: ${COMPLETION-CANDIDATES}. Default: auto, on a terminal.")
    private ColorPolicy.Mode color = ColorPolicy.Mode.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell of each attempt on standard error, as it happens.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error of answers and delays; the exit code tells.")
    private boolean quiet;

    /** Gives what shows answers. */
    public StatusReport report(CliContext surroundings) {
        StandardOutput out = new StandardOutput(surroundings.out());
        return switch (output) {
            case TABLE -> table(out, surroundings);
            case JSON -> new StatusJsonReport(out, devices(), surroundings.time());
            case JSONL -> new JsonLinesReport(out, devices(), surroundings.time());
            case CSV -> new CsvReport(out, devices(), messages(surroundings));
        };
    }

    /** Gives what shows the ends of waits. */
    public WaitReport waitReport(CliContext surroundings) {
        StandardOutput out = new StandardOutput(surroundings.out());
        return switch (output) {
            case TABLE -> table(out, surroundings);
            case JSON -> new WaitJsonReport(out, devices(), surroundings.time());
            case JSONL -> new JsonLinesReport(out, devices(), surroundings.time());
            case CSV -> new CsvReport(out, devices(), messages(surroundings));
        };
    }

    private TableReport table(StandardOutput out, CliContext surroundings) {
        return new TableReport(
                out,
                surroundings.colors().textStyle(color, StandardStream.OUT),
                new UnavailableText(surroundings.clock()));
    }

    private DeviceFilter devices() {
        return failed ? DeviceFilter.FAILED : DeviceFilter.ALL;
    }

    public Messages messages(CliContext surroundings) {
        return new Messages(
                surroundings.err(), surroundings.colors().textStyle(color, StandardStream.ERR), verbosity());
    }

    public Messages.Verbosity verbosity() {
        return verbose ? Messages.Verbosity.VERBOSE : quiet ? Messages.Verbosity.QUIET : Messages.Verbosity.NORMAL;
    }

    public Format format() {
        return output;
    }

    /** What {@code --output} asks for. */
    public enum Format {
        TABLE,
        JSON,
        JSONL,
        CSV;

        /** Gives the word as it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
