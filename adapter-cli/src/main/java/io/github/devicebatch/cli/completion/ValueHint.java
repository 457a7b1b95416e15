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

    /** Any text. */
    record AnyText() implements ValueHint {}

    /** Returns the kind of value of {@code argument}: a {@code paramLabel} that contains {@code FILE} means a file. */
    static ValueHint of(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return new None();
        }
        List<String> words = words(argument);
        if (!words.isEmpty()) {
            return new Words(words);
        }
        Class<?> type = argument.auxiliaryTypes()[0];
        boolean file = type == Path.class
                || type == File.class
                || argument.paramLabel().toUpperCase(Locale.ROOT).contains("FILE");
        return file ? new FileName() : new AnyText();
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
