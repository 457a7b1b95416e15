package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.TypeConversionException;

/**
 * Value of {@code --output}: {@code FORMAT} or {@code FORMAT=FILE}.
 *
 * @param <F> the formats of the command
 * @param format the format
 * @param file the file; empty for standard output
 */
public record OutputTarget<F extends Enum<F>>(F format, Optional<Path> file) {

    /**
     * Parses a value.
     *
     * @throws TypeConversionException if the format is unknown or the name of the file is not usable
     */
    static <F extends Enum<F>> OutputTarget<F> parse(String text, Class<F> formats) {
        int end = text.indexOf('=');
        String name = end < 0 ? text : text.substring(0, end);
        return new OutputTarget<>(constant(name, formats), end < 0 ? Optional.empty() : Optional.of(file(text, end)));
    }

    private static <F extends Enum<F>> F constant(String name, Class<F> formats) {
        try {
            return Converters.constantOf(formats).convert(name);
        } catch (TypeConversionException invalid) {
            throw invalid;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path file(String text, int end) {
        String name = text.substring(end + 1);
        try {
            if (!name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException invalid) {
            // the message is the same
        }
        throw new TypeConversionException(Converters.quoted(text) + " names no file; use " + text.substring(0, end)
                + "=FILE, or " + text.substring(0, end) + " alone");
    }

    /**
     * Returns the targets of a command.
     *
     * @param given the values of {@code --output}
     * @param standard the format without any value
     * @param outputFile the value of {@code --output-file}: the file of the one format that names none
     * @throws UsageException if two formats have the same target
     */
    static <F extends Enum<F>> List<OutputTarget<F>> resolve(
            List<OutputTarget<F>> given, F standard, Optional<Path> outputFile) {
        List<OutputTarget<F>> targets =
                given.isEmpty() ? List.of(new OutputTarget<>(standard, Optional.empty())) : given;
        List<OutputTarget<F>> resolved = new ArrayList<>();
        for (OutputTarget<F> target : targets) {
            resolved.add(new OutputTarget<>(target.format(), target.file().or(() -> outputFile)));
        }
        check(targets, resolved, outputFile);
        return resolved;
    }

    private static <F extends Enum<F>> void check(
            List<OutputTarget<F>> given, List<OutputTarget<F>> resolved, Optional<Path> outputFile) {
        if (outputFile.isPresent()
                && given.stream().noneMatch(target -> target.file().isEmpty())) {
            throw new UsageException(Problem.of(
                    "--output-file is given, but each --output names a file of its own", "leave one of them out"));
        }
        Set<Optional<Path>> files = new HashSet<>();
        for (OutputTarget<F> target : resolved) {
            if (!files.add(target.file().map(file -> file.toAbsolutePath().normalize()))) {
                throw new UsageException(Problem.of(
                        "two formats go to "
                                + target.file()
                                        .map(file ->
                                                Excerpt.of(file.toString(), 200).text())
                                        .orElse("standard output"),
                        "give all but one of them a file, as in -o table -o html=report.html"));
            }
        }
    }
}
