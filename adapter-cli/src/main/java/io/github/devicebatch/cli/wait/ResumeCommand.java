package io.github.devicebatch.cli.wait;

import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.options.References;
import io.github.devicebatch.domain.BatchReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that takes a wait up again: what a person copies into a shell.
 *
 * @param command how this command was called
 * @param options the options as typed
 * @param list the file that all the references came from, if they did
 * @param isInputTaken whether an option needs standard input for itself
 */
public record ResumeCommand(String command, List<String> options, Optional<Path> list, boolean isInputTaken) {

    private static final int MOST_ARGUMENTS = 20;
    private static final int MOST_LINES = 500;
    private static final String END = "END";

    /** Gives the lines to copy; of very many batches only a hint, because no screen would hold them. */
    List<String> lines(List<BatchReference> batches) {
        if (batches.size() <= MOST_ARGUMENTS || isInputTaken) {
            return List.of(line(batches.stream().map(BatchReference::toString)));
        }
        String reading = line(Stream.of(References.STANDARD_INPUT));
        if (list.isPresent()) {
            return List.of(reading + " < " + ShellQuoting.of(list.get().toString()));
        }
        return batches.size() <= MOST_LINES
                ? hereDocument(reading, batches)
                : List.of(reading, "with the same list on standard input: what is over costs one question each");
    }

    private static List<String> hereDocument(String reading, List<BatchReference> batches) {
        List<String> lines = new ArrayList<>();
        lines.add(reading + " <<'" + END + "'");
        batches.forEach(batch -> lines.add(batch.toString()));
        lines.add(END);
        return lines;
    }

    private String line(Stream<String> references) {
        return Stream.of(Stream.of(ShellQuoting.of(command), "wait"), references, options.stream())
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }
}
