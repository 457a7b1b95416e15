package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.domain.AcceptedErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options of {@code failed} about output: formats, accepted errors, files, colour and verbosity. */
public final class FailedOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            converter = FormatConverter.class,
            completionCandidates = FormatWords.class,
            description = "Output format: csv, the lines to upload again; json, every line. Repeatable. Default: csv.")
    private List<OutputTarget<Format>> output = new ArrayList<>();

    @ArgGroup(validate = false)
    private AcceptOption accept = new AcceptOption();

    @ArgGroup(validate = false)
    private StreamOptions streams = new StreamOptions();

    /** Returns where each format goes. */
    public List<OutputTarget<Format>> targets() {
        return streams.targets(output, Format.CSV);
    }

    /** Returns the messages on standard error. */
    public Messages messages(CliContext context) {
        return streams.messages(context);
    }

    /**
     * Returns the device errors that count as success, after a note about each one that is not documented.
     *
     * @throws UsageException if {@code --accept} has an invalid value
     */
    public AcceptedErrors acceptedErrors(CliContext context) {
        return accept.errors(messages(context));
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
