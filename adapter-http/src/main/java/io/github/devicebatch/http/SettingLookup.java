package io.github.devicebatch.http;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values of settings by the names of their variables. The names of devicebatch's own are given without their prefix.
 *
 * @param sources each returns the value for the whole name of a variable, or empty; the first with a value takes precedence
 */
record SettingLookup(List<Function<String, Optional<String>>> sources) {

    static final String PREFIX = "DEVICEBATCH_";

    /** Reader of a file that a setting names. */
    @FunctionalInterface
    interface Reader<R> {

        R read(Path file) throws IOException;
    }

    private Optional<String> find(String variable) {
        for (Function<String, Optional<String>> source : sources) {
            Optional<String> value = source.apply(variable);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    Optional<String> own(String name) {
        return find(PREFIX + name);
    }

    /** Returns those of {@code names} that the first source has which has any of them. */
    List<String> given(List<String> names) {
        for (Function<String, Optional<String>> source : sources) {
            List<String> given = new ArrayList<>(names);
            given.removeIf(name -> source.apply(PREFIX + name).isEmpty());
            if (!given.isEmpty()) {
                return given;
            }
        }
        return List.of();
    }

    /** Returns the value of one of devicebatch's own variables, or throws a {@link SettingException}. */
    String required(String name) {
        return own(name).orElseThrow(() -> unusable(name, " is not set"));
    }

    /** Returns the value of a variable that has one, by its whole name. */
    String value(String variable) {
        return find(variable).orElseThrow();
    }

    /** Returns the name of the first of {@code variables} whose value is not blank. */
    Optional<String> first(List<String> variables) {
        return variables.stream()
                .filter(variable ->
                        find(variable).filter(value -> !value.isBlank()).isPresent())
                .findFirst();
    }

    /** Returns the name of one of devicebatch's own variables if it is set, also to a blank text; else as {@link #first(List)}. */
    Optional<String> first(String own, List<String> others) {
        return own(own).isPresent() ? Optional.of(PREFIX + own) : first(others);
    }

    /** Quotes nothing of a value that is no path: it may be the secret itself. */
    Path path(String name) {
        required(name);
        return file(PREFIX + name);
    }

    private Path file(String variable) {
        try {
            return Path.of(value(variable));
        } catch (InvalidPathException invalid) {
            throw SettingException.named(
                    variable, new IllegalArgumentException(variable + " is not the name of a file"));
        }
    }

    /**
     * Reads the file that one of devicebatch's own variables names.
     *
     * @throws SettingFileException if {@code reader} can't read it
     * @throws SettingException if the name or the content is unusable
     */
    <R> R read(String name, Reader<R> reader) throws SettingFileException {
        required(name);
        return readFile(PREFIX + name, reader);
    }

    /** Reads the file that a variable names, as {@link #read} does, by the whole name of one that has a value. */
    <R> R readFile(String variable, Reader<R> reader) throws SettingFileException {
        Path file = file(variable);
        try {
            return reader.read(file);
        } catch (IOException failure) {
            throw new SettingFileException(variable, file, failure);
        } catch (IllegalArgumentException invalid) {
            throw SettingException.of(variable, invalid);
        }
    }

    /** Returns the exception for one of devicebatch's own variables; {@code problem} completes its name to a sentence. */
    static SettingException unusable(String name, String problem) {
        return SettingException.named(PREFIX + name, new IllegalArgumentException(PREFIX + name + problem));
    }

    /** Parses a value of one of devicebatch's own variables; an exception of {@code parser} gets the name. */
    static <T, R> R parsed(String name, T value, Function<T, R> parser) {
        try {
            return parser.apply(value);
        } catch (SettingException known) {
            throw known;
        } catch (IllegalArgumentException invalid) {
            throw SettingException.of(PREFIX + name, invalid);
        }
    }
}
