package io.github.devicebatch.http.credential;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A secret in one word of visible ASCII, which never prints itself and is found where somebody says it back. Immutable and
 * thread-safe.
 */
public final class Secret {

    private static final int SHORTEST_REAL_ONE = 16;

    private final String what;
    private final String text;

    /** How the secret looks when somebody says it back: plain, URL-encoded, Base64. */
    private final List<String> forms;

    private Secret(String what, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        this.what = what;
        this.text = text;
        this.forms = List.of(
                text,
                URLEncoder.encode(text, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Holds a secret that somebody gave.
     *
     * @param what what it is, such as "access token"
     * @param form how it has to look, in words, to tell whoever gave something else
     * @throws IllegalArgumentException if it is not one word of visible ASCII; the message contains no part of it
     */
    public static Secret of(String what, String form, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " is empty");
        }
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character <= ' ' || character > '~') {
                throw new IllegalArgumentException("the " + what + " has " + kindOf(character) + " at position "
                        + (index + 1) + " of " + text.length() + "; " + form);
            }
        }
        return new Secret(what, text);
    }

    /** Holds a secret that was sent already, whatever it consists of. */
    public static Secret sent(String what, String text) {
        return new Secret(what, text);
    }

    private static String kindOf(char character) {
        return switch (character) {
            case '\r', '\n' -> "a line break";
            case ' ', '\t' -> "white space";
            default -> character < ' ' || character == 0x7f ? "a control character" : "a character outside ASCII";
        };
    }

    public String reveal() {
        return text;
    }

    /** Takes this secret out of {@code foreign} text, should a server have sent it back plain, Base64 or URL-encoded. */
    public String redactedFrom(String foreign) {
        String redacted = foreign;
        for (String form : forms) {
            redacted = redacted.replace(form, toString());
        }
        return redacted;
    }

    /**
     * Tells whether a server sent this secret back in {@code body}, in any of those forms. Never true of one too short to be
     * real, such as a test's: that stands in a body by chance.
     */
    public boolean isRepeatedIn(byte[] body) {
        if (text.length() < SHORTEST_REAL_ONE) {
            return false;
        }
        return forms.stream().anyMatch(form -> stands(form, body));
    }

    /** Looks for ASCII text in bytes without copying them: a body may be long. */
    private static boolean stands(String form, byte[] body) {
        for (int start = 0; start <= body.length - form.length(); start++) {
            int length = 0;
            while (length < form.length() && body[start + length] == form.charAt(length)) {
                length++;
            }
            if (length == form.length()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "[" + what + "]";
    }
}
