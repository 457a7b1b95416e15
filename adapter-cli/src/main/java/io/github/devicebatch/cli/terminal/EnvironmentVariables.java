package io.github.devicebatch.cli.terminal;

import io.github.devicebatch.http.text.TextInput;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables, and behind them the settings file. Not a record: {@code toString()} of a record would print the access
 * token.
 */
public final class EnvironmentVariables {

    /** Variables of this program that may contain a secret: the token, a command with a password, the login for a proxy. */
    public static final Set<String> SECRET =
            Set.of("DEVICEBATCH_TOKEN", "DEVICEBATCH_TOKEN_COMMAND", "DEVICEBATCH_PROXY");

    /** The prefix of all variables of this program. */
    public static final String PREFIX = "DEVICEBATCH_";

    private final Map<String, String> variables;
    private final Map<String, String> settings;
    private final String settingsFile;

    public EnvironmentVariables(Map<String, String> variables) {
        this(variables, Map.of(), "");
    }

    private EnvironmentVariables(Map<String, String> variables, Map<String, String> settings, String settingsFile) {
        this.variables = Map.copyOf(variables);
        this.settings = new TreeMap<>(settings);
        this.settingsFile = settingsFile;
    }

    /**
     * Returns these variables with settings behind them.
     *
     * @param settings the values by key: {@code base-url} for {@code DEVICEBATCH_BASE_URL}
     * @param file the name of their file, for messages
     */
    public EnvironmentVariables before(Map<String, String> settings, String file) {
        return new EnvironmentVariables(variables, settings, file);
    }

    /**
     * Returns the value of a variable, else of its key in the settings file, without white space around it; an empty value counts as
     * missing.
     */
    public Optional<String> get(String name) {
        return variable(name).or(() -> setting(name));
    }

    /** Returns the value of a variable alone. */
    public Optional<String> variable(String name) {
        return nonEmpty(variables.get(name));
    }

    /** Returns the value of a variable's key in the settings file alone. */
    public Optional<String> setting(String name) {
        return name.startsWith(PREFIX) ? nonEmpty(settings.get(key(name))) : Optional.empty();
    }

    private static Optional<String> nonEmpty(@Nullable String value) {
        String text = value == null ? "" : TextInput.strip(value);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Returns where the value of {@code name} comes from: the variable itself, or a key in the settings file. */
    public String origin(String name) {
        return variable(name).isPresent() || get(name).isEmpty() ? name : origin(key(name), settingsFile);
    }

    private static String origin(String key, String file) {
        return key + " in " + file;
    }

    /** Returns the name of the variable for the option or key {@code name}: {@code DEVICEBATCH_BASE_URL} for {@code base-url}. */
    public static String variableOf(String name) {
        return PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String key(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the names of all variables of this program, in order. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String name : variables.keySet()) {
            if (name.startsWith(PREFIX)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Returns whether there is a variable of this program or a setting. */
    public boolean hasSettings() {
        return !settings.isEmpty() || !names().isEmpty();
    }

    /** Returns the settings of the file by key, in order. */
    public Map<String, String> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** Returns the name of the settings file; empty without one. */
    public String settingsFile() {
        return settingsFile;
    }
}
