package io.github.devicebatch.cli.options;

import java.util.Locale;

/** Value of {@code --cloud}; {@link io.github.devicebatch.http.EnvironmentSettings} reads it. */
enum Cloud {
    GLOBAL,
    CHINA,
    USGOV;

    /** Returns the word used on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
