package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options of {@code failed} about output: formats, files, colour and verbosity. */
public final class FailedOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            converter = FormatConverter.class,
            completionCandidates = FormatWords.class,
            description = "Output format: csv, the lines to upload again; json, every line. Repeatable. Default: csv.")
    private List<OutputTarget<Format>> output = new ArrayList<>();

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
            description = "Do not list the lines that are left out.")
    private boolean quiet;

    /** Returns where each format goes. */
    public List<OutputTarget<Format>> targets() {
        return OutputTarget.resolve(output, Format.CSV, Optional.ofNullable(outputFile));
    }

    /** Returns the messages on standard error. */
    public Messages messages(CliContext context) {
        Messages.Verbosity verbosity =
                verbose ? Messages.Verbosity.VERBOSE : quiet ? Messages.Verbosity.QUIET : Messages.Verbosity.NORMAL;
        return new Messages(context.err(), context.colors().textStyle(color, StandardStream.ERR), verbosity);
    }

    /** Format of {@code --output}. */
    public enum Format {
        /** The lines to upload again, as they stand in the uploaded file. */
        CSV,
        /** A document about every line. */
        JSON;

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
