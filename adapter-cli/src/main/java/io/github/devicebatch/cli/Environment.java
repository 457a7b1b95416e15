package io.github.devicebatch.cli;

import java.util.Map;
import java.util.Optional;

/** The environment variables. A class and not a record, because a record prints its parts and one of these is a token. */
final class Environment {

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Gives the value of a variable; an empty one counts as missing. */
    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
