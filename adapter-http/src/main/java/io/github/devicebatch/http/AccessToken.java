package io.github.devicebatch.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A Partner Center access token, which never prints itself.
 *
 * <p>A class and not a record, because a record prints its parts. Immutable and thread-safe.
 */
public final class AccessToken {

    private static final String REDACTED = "[access token]";
    private static final int SHORTEST_REAL_ONE = 16;

    private final String text;

    /** How the token looks when somebody says it back: plain, URL-encoded, Base64. */
    private final List<String> forms;

    private AccessToken(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        this.text = text;
        this.forms = List.of(
                text,
                URLEncoder.encode(text, StandardCharsets.US_ASCII),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Holds a token: one word of visible ASCII characters, without the {@code Bearer} in front.
     *
     * @param text the token; strip the line break that ends a file before
     * @return the token
     * @throws IllegalArgumentException if {@code text} is empty or contains white space, a line break or anything but
     *     visible ASCII; the message contains no part of it
     */
    public static AccessToken of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the access token is empty");
        }
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character <= ' ' || character > '~') {
                throw new IllegalArgumentException("the access token has " + kindOf(character) + " at position "
                        + (index + 1) + " of " + text.length()
                        + "; a token is one word of visible ASCII, without \"Bearer\" in front");
            }
        }
        return new AccessToken(text);
    }

    private static String kindOf(char character) {
        return switch (character) {
            case '\r', '\n' -> "a line break";
            case ' ', '\t' -> "white space";
            default -> character < ' ' || character == 0x7f ? "a control character" : "a character outside ASCII";
        };
    }

    /** Gives the value of the {@code Authorization} header. */
    String authorization() {
        return "Bearer " + text;
    }

    /** Takes this token out of {@code foreign} text, should a server have sent it back plain, Base64 or URL-encoded. */
    String redactedFrom(String foreign) {
        String redacted = foreign;
        for (String form : forms) {
            redacted = redacted.replace(form, REDACTED);
        }
        return redacted;
    }

    /**
     * Tells whether a server sent this token back in {@code body}, in any of those forms. Never true of a token too short to
     * be a real one, such as a test's: that stands in a body by chance.
     */
    boolean isRepeatedIn(byte[] body) {
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

    /** Tells whether {@code other} is the same token. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken token && token.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Gives {@code [access token]}, whatever the token is. */
    @Override
    public String toString() {
        return REDACTED;
    }
}
