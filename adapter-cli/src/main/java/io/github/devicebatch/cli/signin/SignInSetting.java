package io.github.devicebatch.cli.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Setting of a sign-in: an option with its environment variable. */
public enum SignInSetting {
    /** The access token itself. It has no option, because other users can read the arguments of a process. */
    TOKEN,
    TOKEN_FILE,
    TOKEN_COMMAND,
    TENANT,
    CLIENT_ID,
    CLIENT_SECRET_FILE,
    /** The file with the certificate and its private key. */
    CLIENT_CERTIFICATE,
    CLIENT_CERTIFICATE_PASSWORD_FILE,
    REFRESH_TOKEN_FILE;

    /** Returns the name of the option; empty for {@link #TOKEN}. */
    public Optional<String> option() {
        return this == TOKEN
                ? Optional.empty()
                : Optional.of("--" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public String variable() {
        return "DEVICEBATCH_" + name();
    }

    /** Returns the settings with these variables, in the order of the constants. */
    static Set<SignInSetting> of(Collection<String> variables) {
        return Arrays.stream(values())
                .filter(setting -> variables.contains(setting.variable()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignInSetting.class)));
    }

    static SignInSetting of(String variable) {
        return of(Set.of(variable)).iterator().next();
    }
}
