package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that all commands with {@code --output} have: the file, colour, and the amount of messages. */
final class StreamOptions {

    @Option(
            names = "--output-file",
            paramLabel = "FILE",
            description = "Write the output to FILE, whole or not at all.")
    private Path outputFile;

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
            description =
                    "Print to stderr only what ends the command, no progress; the exit code still reports failures.")
    private boolean quiet;

    /** Returns where each format goes; {@code standard} to standard output if none is given. */
    <F extends Enum<F>> List<OutputTarget<F>> targets(List<OutputTarget<F>> given, F standard) {
        return OutputTarget.resolve(given, standard, Optional.ofNullable(outputFile));
    }

    TextStyle textStyle(CliContext context, StandardStream stream) {
        return context.colors().textStyle(color, stream);
    }

    /** Returns the messages on standard error. */
    Messages messages(CliContext context) {
        return new Messages(context.err(), textStyle(context, StandardStream.ERR), verbosity());
    }

    Messages.Verbosity verbosity() {
        return verbose ? Messages.Verbosity.VERBOSE : quiet ? Messages.Verbosity.QUIET : Messages.Verbosity.NORMAL;
    }
}
