package io.github.devicebatch.cli.terminal;

import io.github.devicebatch.http.text.TextInput;
import java.util.Map;
import java.util.Optional;

/** Environment variables. Not a record: {@code toString()} of a record would print the access token. */
public final class EnvironmentVariables {

    private final Map<String, String> variables;

    public EnvironmentVariables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Returns the value of a variable without white space around it; an empty value counts as missing. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).map(TextInput::strip).filter(value -> !value.isEmpty());
    }
}
