package io.github.devicebatch.cli.completion;

import java.util.Locale;

/**
 * Place of the settings file, for scripts that read the names of customers from it.
 *
 * @param command the name of the command
 */
record SettingsPlace(String command) {

    /** Returns the environment variable that may name the file. */
    String variable() {
        return command.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_CONFIG";
    }

    /** Returns the name of the file below the folder for settings. */
    String file() {
        return command + "/config.properties";
    }
}
