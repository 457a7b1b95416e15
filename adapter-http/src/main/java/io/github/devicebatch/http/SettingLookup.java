package io.github.devicebatch.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values of settings by the names of their variables. The names of devicebatch's own are given without their prefix.
 *
 * @param source returns the value for the whole name of a variable; empty if it has none
 */
record SettingLookup(Function<String, Optional<String>> source) {

    static final String PREFIX = "DEVICEBATCH_";

    Optional<String> own(String name) {
        return source.apply(PREFIX + name);
    }

    /** Returns the value of one of devicebatch's own variables, or throws a {@link SettingException}. */
    String required(String name) {
        return own(name).orElseThrow(() -> unusable(name, " is not set"));
    }

    /** Returns the value of a variable that has one, by its whole name. */
    String value(String variable) {
        return source.apply(variable).orElseThrow();
    }

    /** Returns the name of the first of {@code variables} whose value is not blank. */
    Optional<String> first(List<String> variables) {
        return variables.stream()
                .filter(variable ->
                        source.apply(variable).filter(value -> !value.isBlank()).isPresent())
                .findFirst();
    }

    /** Returns the name of one of devicebatch's own variables if it is set, also to a blank text; else as {@link #first(List)}. */
    Optional<String> first(String own, List<String> others) {
        return own(own).isPresent() ? Optional.of(PREFIX + own) : first(others);
    }

    Path path(String name) {
        if (required(name).equals("-")) {
            throw unusable(name, " is -, but standard input is for the command only");
        }
        return parsed(name, required(name), Path::of);
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
