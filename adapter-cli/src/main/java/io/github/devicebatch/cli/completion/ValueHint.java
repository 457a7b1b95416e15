package io.github.devicebatch.cli.completion;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/** The kind of value that an option or a positional parameter takes, as far as a shell can complete it. */
sealed interface ValueHint {

    /** No value. */
    record None() implements ValueHint {}

    /** One of a few words. */
    record Words(List<String> all) implements ValueHint {

        public Words {
            all = List.copyOf(all);
        }
    }

    /** The name of a file. */
    record FileName() implements ValueHint {}

    /** The name of a customer in the settings file, or a customer id. */
    record CustomerName() implements ValueHint {}

    /** A batch reference, which may begin with the name of a customer and a slash. */
    record Reference() implements ValueHint {}

    /** Any text. */
    record AnyText() implements ValueHint {}

    /**
     * Returns the kind of value of {@code argument}. Its {@code paramLabel} tells it where the type does not: one that contains
     * {@code FILE} means a file, {@code CUSTOMER} a customer and {@code REF} a batch reference.
     */
    static ValueHint of(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return new None();
        }
        List<String> words = words(argument);
        if (!words.isEmpty()) {
            return new Words(words);
        }
        return switch (argument.paramLabel()) {
            case "CUSTOMER" -> new CustomerName();
            case "REF" -> new Reference();
            default -> isFile(argument) ? new FileName() : new AnyText();
        };
    }

    private static boolean isFile(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        return type == Path.class
                || type == File.class
                || argument.paramLabel().toUpperCase(Locale.ROOT).contains("FILE");
    }

    private static List<String> words(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                    .toList();
        }
        return Arrays.stream(argument.auxiliaryTypes())
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Object::toString)
                .toList();
    }
}
