package io.github.devicebatch.cli.wait;

import io.github.devicebatch.cli.options.References;
import io.github.devicebatch.cli.terminal.Shell;
import io.github.devicebatch.domain.BatchReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shell command that continues {@code wait} or {@code status}.
 *
 * @param command how this command was called
 * @param subcommand the name of the subcommand
 * @param options the options as typed
 * @param inputFile the file that standard input with all references was redirected from; empty if there was none
 * @param isInputTaken whether an option reads standard input
 */
public record ResumeCommand(
        String command, String subcommand, List<String> options, Optional<Path> inputFile, boolean isInputTaken) {

    private static final int MAX_ARGUMENTS = 20;
    private static final int MAX_HERE_DOCUMENT_LINES = 500;
    private static final String DELIMITER = "END";

    /** Returns the lines of the command; for more than 500 batches without an input file, the second line is a hint. */
    public List<String> lines(List<BatchReference> batches) {
        return lines(batches, Shell.ofThisSystem());
    }

    List<String> lines(List<BatchReference> batches, Shell shell) {
        if (batches.size() <= MAX_ARGUMENTS || isInputTaken) {
            return List.of(line(batches.stream().map(BatchReference::toString), shell));
        }
        String fromInput = line(Stream.of(References.STANDARD_INPUT), shell);
        if (inputFile.isPresent()) {
            return List.of(fromInput + " < " + shell.quote(inputFile.get().toString()));
        }
        return batches.size() <= MAX_HERE_DOCUMENT_LINES && shell.hasHereDocuments()
                ? hereDocument(fromInput, batches)
                : List.of(fromInput, "with the same list on standard input; a batch that is final costs one request");
    }

    private static List<String> hereDocument(String fromInput, List<BatchReference> batches) {
        List<String> lines = new ArrayList<>();
        lines.add(fromInput + " <<'" + DELIMITER + "'");
        batches.forEach(batch -> lines.add(batch.toString()));
        lines.add(DELIMITER);
        return lines;
    }

    private String line(Stream<String> references, Shell shell) {
        return Stream.of(Stream.of(shell.quote(command), subcommand), references, options.stream())
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }
}
