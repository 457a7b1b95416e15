package io.github.devicebatch.http.auth;

import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.json.TokenMember;
import java.util.regex.Pattern;

/**
 * Access token in the forms in which tools print it: alone, in quotes, behind {@code Bearer}, or as the member
 * {@code accessToken} or {@code access_token} of a JSON object.
 */
public final class TokenText {

    private static final Pattern HEADER = Pattern.compile("(?i)^(?:authorization\\s*:\\s*)?bearer(?:\\s+|$)");
    private static final Pattern QUOTED = Pattern.compile("(?s)\"[^\"]*\"|'[^']*'");

    private TokenText() {}

    /**
     * Returns the token in {@code text}, which has no white space around it.
     *
     * @throws IllegalArgumentException if there is none; the message contains no part of the text
     */
    public static Secret parse(String text) {
        return Secret.accessToken(text.startsWith("{") ? TokenMember.in(text) : plain(text));
    }

    private static String plain(String text) {
        String unquoted = QUOTED.matcher(text).matches()
                ? text.substring(1, text.length() - 1).strip()
                : text;
        return HEADER.matcher(unquoted).replaceFirst("");
    }
}
