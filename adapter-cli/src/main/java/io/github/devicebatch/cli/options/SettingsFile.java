package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.input.InputFile;
import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.http.file.PrivateFiles;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings file of the user: the defaults of options by their names, and names of customers. It is a properties file and contains no
 * secret.
 *
 * @param path where it is or would be
 */
public record SettingsFile(Path path) {

    /** The variable with the name of the file. */
    public static final String VARIABLE = "DEVICEBATCH_CONFIG";

    private static final int MAX_BYTES = 1 << 20;
    private static final String REMEDY = "correct the file, or set " + VARIABLE + " to another one";
    private static final String TOKEN_COMMAND = "token-command";
    private static final Pattern SECRET =
            Pattern.compile("(?:.*-)?(?:token|secret|password|passphrase|bearer|credential|private-key)");
    /**
     * Returns the file that {@code DEVICEBATCH_CONFIG} names, else the one at the usual place of the platform; empty if the platform
     * tells no place.
     */
    public static Optional<SettingsFile> of(EnvironmentVariables environment, Properties properties) {
        Optional<String> name = environment.variable(VARIABLE);
        return name.isPresent()
                ? Optional.of(new SettingsFile(named(name.get())))
                : folder(environment, properties)
                        .map(folder -> new SettingsFile(folder.resolve("devicebatch/config.properties")));
    }

    private static Path named(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new UsageException(Problem.of(
                    "cannot use the settings file that " + VARIABLE + " names",
                    FileFailure.reason(invalid),
                    "correct or unset " + VARIABLE));
        }
    }

    private static Optional<Path> folder(EnvironmentVariables environment, Properties properties) {
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return environment.variable("APPDATA").map(Path::of);
        }
        // By the XDG specification, a relative path is ignored.
        Optional<String> configured = environment.variable("XDG_CONFIG_HOME");
        if (configured.isPresent()
                && !system.startsWith("mac")
                && Path.of(configured.get()).isAbsolute()) {
            return Optional.of(Path.of(configured.get()));
        }
        return home(environment, properties)
                .map(home -> home.resolve(system.startsWith("mac") ? "Library/Application Support" : ".config"));
    }

    /** Returns the home folder as shells and completion scripts have it; the Java runtime takes it from the database of users. */
    private static Optional<Path> home(EnvironmentVariables environment, Properties properties) {
        return environment
                .variable("HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() ->
                        Optional.ofNullable(properties.getProperty("user.home")).map(Path::of));
    }

    /**
     * Returns {@code environment} with the settings of this file behind it; unchanged if there is no file at the usual place.
     *
     * @throws UsageException if the file cannot be read or contains a secret
     */
    public EnvironmentVariables behind(EnvironmentVariables environment) {
        return environment.variable(VARIABLE).isPresent() || Files.exists(path)
                ? environment.before(read(), path.toString())
                : environment;
    }

    private Map<String, String> read() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new InputFile("the settings file", path.toString()).text(MAX_BYTES)));
        } catch (IllegalArgumentException malformed) {
            throw unusable("it is not a properties file: " + malformed.getMessage(), REMEDY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(key(name), properties.getProperty(name)));
        settings.forEach(this::checkNoSecret);
        if (settings.containsKey(TOKEN_COMMAND)) {
            checkOwnership();
        }
        return settings;
    }

    /** Names of customers keep their case. */
    private static String key(String name) {
        String stripped = TextInput.strip(name);
        return stripped.startsWith(CustomerNames.PREFIX)
                ? stripped
                : stripped.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void checkNoSecret(String key, String value) {
        if (SECRET.matcher(key).matches()) {
            throw unusable(
                    "its key " + key + " names a secret, and the file may contain none",
                    "put the secret into a private file and its name into the settings, as in token-file,"
                            + " client-secret-file or refresh-token-file; or set DEVICEBATCH_TOKEN");
        }
        if (key.equals("proxy") && value.contains("@")) {
            throw unusable(
                    "its key proxy has a login, and the file may contain no secret",
                    "give the proxy without the login, and set HTTPS_PROXY or DEVICEBATCH_PROXY with it");
        }
    }

    /** A command runs with the rights of this user, so no other user may choose it. */
    private void checkOwnership() {
        try {
            Optional<String> command = PrivateFiles.exposure(path, PrivateFiles.Access.CHANGE, ShellQuoting::quote);
            if (command.isPresent()) {
                throw unusable("it has a token command, and other users can change it", "run: " + command.get());
            }
        } catch (IOException unknown) {
            // ignored: the permissions cannot be read
        }
    }

    private UsageException unusable(String why, String remedy) {
        return new UsageException(Problem.of("cannot use the settings file " + path, why, remedy));
    }
}
