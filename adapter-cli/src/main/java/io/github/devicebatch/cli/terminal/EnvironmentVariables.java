package io.github.devicebatch.cli.terminal;

import io.github.devicebatch.http.text.TextInput;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Environment variables. Not a record: {@code toString()} of a record would print the access token. */
public final class EnvironmentVariables {

    /** Variables of this program that may contain a secret: the token, a command with a password, the login for a proxy. */
    public static final Set<String> SECRET =
            Set.of("DEVICEBATCH_TOKEN", "DEVICEBATCH_TOKEN_COMMAND", "DEVICEBATCH_PROXY");

    private final Map<String, String> variables;

    public EnvironmentVariables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Returns the value of a variable without white space around it; an empty value counts as missing. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).map(TextInput::strip).filter(value -> !value.isEmpty());
    }
}
