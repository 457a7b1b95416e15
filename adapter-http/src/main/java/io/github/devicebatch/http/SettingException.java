package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown if a setting is missing or has an unusable value, or if several contradict each other. No message has a secret. */
public final class SettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String[] settings;
    private final String reason;

    private SettingException(String message, String reason, @Nullable Throwable cause, String... settings) {
        super(message, cause);
        this.settings = settings;
        this.reason = reason;
    }

    /** Creates the exception for a value that {@code cause} refuses. */
    static SettingException of(String setting, IllegalArgumentException cause) {
        String reason = requireNonNull(cause.getMessage());
        return new SettingException(setting + ": " + reason, reason, cause, setting);
    }

    /** Creates the exception for a value that {@code cause} refuses with a message that names the setting. */
    static SettingException named(String setting, IllegalArgumentException cause) {
        String reason = requireNonNull(cause.getMessage());
        return new SettingException(reason, reason, cause, setting);
    }

    /** Creates the exception for settings of which each selects a sign-in. */
    static SettingException several(List<String> settings) {
        String reason = "more than one sign-in: " + String.join(", ", settings) + "; unset all but one";
        return new SettingException(reason, reason, null, settings.toArray(String[]::new));
    }

    /** Returns the name of the variable, such as {@code DEVICEBATCH_PROXY} or {@code HTTPS_PROXY}; the first if there are several. */
    public String setting() {
        return settings[0];
    }

    /** Returns the names of all variables that contradict each other, or that of the only one. */
    public List<String> settings() {
        return List.of(settings);
    }

    /** Returns why the value can't be used; without the name of the variable, if that is one of devicebatch. */
    public String reason() {
        return reason;
    }
}
