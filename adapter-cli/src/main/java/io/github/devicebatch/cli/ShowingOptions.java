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

    @Option(names = "--exit-status", description = "Exit with 3 or 8 unless every device got in.")
    private boolean exitStatus;

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

    Report report(Surroundings surroundings) {
        Output out = new Output(surroundings.out());
        DeviceFilter devices = failed ? DeviceFilter.FAILED : DeviceFilter.ALL;
        return switch (output) {
            case TABLE ->
                new TableReport(
                        out,
                        surroundings.colors().ink(color, StandardStream.OUT),
                        new UnavailableInWords(surroundings.clock()));
            case JSON -> new JsonReport(out, devices, surroundings.time());
            case CSV -> new CsvReport(out, devices, messages(surroundings));
        };
    }

    Messages messages(Surroundings surroundings) {
        Verbosity verbosity = verbose ? Verbosity.EACH_QUESTION : quiet ? Verbosity.NOTHING : Verbosity.PROBLEMS;
        return new Messages(surroundings.err(), surroundings.colors().ink(color, StandardStream.ERR), verbosity);
    }

    ExitRule exitRule() {
        return exitStatus ? ExitRule.BY_OUTCOME : ExitRule.BY_ANSWER;
    }
}
