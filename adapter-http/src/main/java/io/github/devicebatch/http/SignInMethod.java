package io.github.devicebatch.http;

import static io.github.devicebatch.http.SettingLookup.PREFIX;

import java.util.List;

/**
 * Method of getting access tokens. {@link EnvironmentSettings#signInMethod} chooses it by the settings that are given.
 *
 * @since 0.1.0
 */
public enum SignInMethod {
    /** The access token in {@code DEVICEBATCH_TOKEN}. */
    TOKEN("TOKEN"),
    /** The access token in the file of {@code DEVICEBATCH_TOKEN_FILE}, which is read again when the token is rejected. */
    TOKEN_FILE("TOKEN_FILE"),
    /** A shell command that prints an access token, in {@code DEVICEBATCH_TOKEN_COMMAND}. For the command devicebatch only. */
    TOKEN_COMMAND("TOKEN_COMMAND"),
    /** An app as itself, with the secret in the file of {@code DEVICEBATCH_CLIENT_SECRET_FILE}. */
    CLIENT_SECRET("CLIENT_SECRET_FILE"),
    /** An app as itself, with the certificate in the file of {@code DEVICEBATCH_CLIENT_CERTIFICATE}. */
    CLIENT_CERTIFICATE("CLIENT_CERTIFICATE"),
    /** An app without a credential, on behalf of the user whose refresh token is in the file of {@code DEVICEBATCH_REFRESH_TOKEN_FILE}. */
    REFRESH_TOKEN("REFRESH_TOKEN_FILE"),
    /** As {@link #REFRESH_TOKEN}, for an app with a secret. */
    REFRESH_TOKEN_AND_CLIENT_SECRET("CLIENT_SECRET_FILE", "REFRESH_TOKEN_FILE"),
    /** As {@link #REFRESH_TOKEN}, for an app with a certificate. */
    REFRESH_TOKEN_AND_CLIENT_CERTIFICATE("CLIENT_CERTIFICATE", "REFRESH_TOKEN_FILE");

    /** The settings of which each selects a method. */
    static final List<String> SELECTORS = List.of(
            "TOKEN", "TOKEN_FILE", "TOKEN_COMMAND", "CLIENT_SECRET_FILE", "CLIENT_CERTIFICATE", "REFRESH_TOKEN_FILE");

    private static final List<String> CREDENTIALS = List.of("CLIENT_SECRET_FILE", "CLIENT_CERTIFICATE");

    private final List<String> selectors;

    SignInMethod(String... selectors) {
        this.selectors = List.of(selectors);
    }

    /**
     * Returns the method that {@code given} select.
     *
     * @param given at least one of the selectors, in their order
     * @throws SettingException if they select several
     */
    static SignInMethod of(List<String> given) {
        for (SignInMethod method : values()) {
            if (method.selectors.equals(given)) {
                return method;
            }
        }
        boolean oneIsExclusive = given.getFirst().startsWith("TOKEN");
        throw SettingException.several(names(oneIsExclusive || !given.containsAll(CREDENTIALS) ? given : CREDENTIALS));
    }

    static List<String> names(List<String> selectors) {
        return selectors.stream().map(PREFIX::concat).toList();
    }

    boolean isSelectedBy(String selector) {
        return selectors.contains(selector);
    }

    /** Returns the names of the settings that select the method, such as {@code DEVICEBATCH_TOKEN_FILE}. */
    public List<String> settings() {
        return names(selectors);
    }

    AccessTokenSource tokens(EnvironmentSettings settings, SettingLookup lookup, IdentityPlatform platform)
            throws SettingFileException {
        return switch (this) {
            case TOKEN ->
                AccessTokenSource.fixed(SettingLookup.parsed("TOKEN", lookup.required("TOKEN"), AccessToken::parse));
            case TOKEN_FILE -> TokenFileSource.reloading(lookup, platform.time());
            case TOKEN_COMMAND -> throw SettingLookup.unusable("TOKEN_COMMAND", " is for the command devicebatch only");
            case CLIENT_SECRET,
                    CLIENT_CERTIFICATE,
                    REFRESH_TOKEN,
                    REFRESH_TOKEN_AND_CLIENT_SECRET,
                    REFRESH_TOKEN_AND_CLIENT_CERTIFICATE -> settings.appSignIn().tokens(platform);
        };
    }
}
