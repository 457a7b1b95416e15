package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

/** Thrown if a setting is missing or has an unusable value. No message has a secret. */
public final class SettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String setting;
    private final String reason;

    private SettingException(String setting, String message, String reason, Throwable cause) {
        super(message, cause);
        this.setting = setting;
        this.reason = reason;
    }

    /** Creates the exception for a value that {@code cause} refuses. */
    static SettingException of(String setting, IllegalArgumentException cause) {
        String reason = requireNonNull(cause.getMessage());
        return new SettingException(setting, setting + ": " + reason, reason, cause);
    }

    /** Creates the exception for a value that {@code cause} refuses with a message that names the setting. */
    static SettingException named(String setting, IllegalArgumentException cause) {
        String reason = requireNonNull(cause.getMessage());
        return new SettingException(setting, reason, reason, cause);
    }

    /** Returns the name of the variable, such as {@code DEVICEBATCH_PROXY} or {@code HTTPS_PROXY}. */
    public String setting() {
        return setting;
    }

    /** Returns why the value can't be used; without the name of the variable, if that is one of devicebatch. */
    public String reason() {
        return reason;
    }
}
