package io.github.devicebatch.cli.terminal;

import java.util.Map;
import java.util.Optional;

/** The environment variables. A class and not a record, because a record prints its parts and one of these is a token. */
public final class EnvironmentVariables {

    private final Map<String, String> variables;

    public EnvironmentVariables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Gives the value of a variable; an empty one counts as missing. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
