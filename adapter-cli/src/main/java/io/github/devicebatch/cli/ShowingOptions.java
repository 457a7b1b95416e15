package io.github.devicebatch.cli;

import picocli.CommandLine.Option;

/** The options that say what is shown of the answers, and how. */
final class ShowingOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Show as ${COMPLETION-CANDIDATES}. Default: table.")
    private OutputFormat output = OutputFormat.TABLE;

    @Option(names = "--failed", description = "Leave out devices that did not fail; the table always does.")
    private boolean failed;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Use colour: ${COMPLETION-CANDIDATES}. Default: auto, on a terminal.")
    private ColorWhen color = ColorWhen.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell of each attempt on standard error, as it happens.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error of answers and delays; the exit code tells.")
    private boolean quiet;

    /** Gives what shows answers. */
    Report report(Surroundings surroundings) {
        Output out = new Output(surroundings.out());
        return switch (output) {
            case TABLE -> table(out, surroundings);
            case JSON -> new JsonReport(out, devices(), surroundings.time());
            case JSONL -> new JsonLinesReport(new JsonLines(out), devices(), surroundings.time());
            case CSV -> new CsvReport(out, devices(), messages(surroundings));
        };
    }

    /** Gives what shows the ends of waits. */
    WaitReport waitReport(Surroundings surroundings) {
        Output out = new Output(surroundings.out());
        return switch (output) {
            case TABLE -> new WaitTable(table(out, surroundings));
            case JSON -> new WaitJson(out, devices(), surroundings.time());
            case JSONL -> new WaitEvents(new JsonLines(out), devices(), surroundings.time());
            case CSV -> new WaitCsv(new CsvReport(out, devices(), messages(surroundings)));
        };
    }

    private TableReport table(Output out, Surroundings surroundings) {
        return new TableReport(
                out,
                surroundings.colors().ink(color, StandardStream.OUT),
                new UnavailableInWords(surroundings.clock()));
    }

    private DeviceFilter devices() {
        return failed ? DeviceFilter.FAILED : DeviceFilter.ALL;
    }

    Messages messages(Surroundings surroundings) {
        return new Messages(surroundings.err(), surroundings.colors().ink(color, StandardStream.ERR), verbosity());
    }

    Verbosity verbosity() {
        return verbose ? Verbosity.EACH_QUESTION : quiet ? Verbosity.NOTHING : Verbosity.PROBLEMS;
    }

    OutputFormat format() {
        return output;
    }
}
