package io.github.devicebatch.http.credential;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A secret: {@link #toString} is masked, and {@link #redactedFrom} removes it from text that a server echoes. Immutable and
 * thread-safe.
 */
public final class Secret {

    /** Shorter values, such as those of tests, occur in a body by chance. */
    private static final int MIN_REAL_LENGTH = 16;

    private final String name;
    private final String text;
    private final String mask;
    private final String bearer;
    private final List<String> encodings;
    private volatile List<BytePattern> patterns = List.of();

    private Secret(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        this.name = name;
        this.text = text;
        this.mask = "[" + name + "]";
        this.bearer = "Bearer " + text;
        this.encodings = Stream.of(
                        text,
                        URLEncoder.encode(text, StandardCharsets.UTF_8),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .distinct()
                .toList();
    }

    /**
     * Creates an access token.
     *
     * @throws IllegalArgumentException if {@code text} is not one word of visible ASCII; the message contains no part of it
     */
    public static Secret accessToken(String text) {
        return checked("access token", "a token is one word of visible ASCII, without \"Bearer\" in front", text);
    }

    /**
     * Creates a refresh token.
     *
     * @throws IllegalArgumentException if {@code text} is not one word of visible ASCII; the message contains no part of it
     */
    public static Secret refreshToken(String text) {
        return checked("refresh token", "a token is one word of visible ASCII", text);
    }

    /**
     * Creates a client secret.
     *
     * @throws IllegalArgumentException if {@code text} is not one word of visible ASCII; the message contains no part of it
     */
    public static Secret clientSecret(String text) {
        return checked("client secret", "a client secret is one word of visible ASCII", text);
    }

    /** Creates a secret that was sent already, whatever characters it has. */
    public static Secret sent(String name, String text) {
        return new Secret(name, text);
    }

    private static Secret checked(String name, String form, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the " + name + " is empty");
        }
        if (isBetween(text, '"', '"') || isBetween(text, '\'', '\'')) {
            throw new IllegalArgumentException("the " + name + " is in quotes; give it without them");
        }
        if (isBetween(text, '{', '}')) {
            throw new IllegalArgumentException("the " + name + " is JSON; give only the value in it");
        }
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character <= ' ' || character > '~') {
                throw new IllegalArgumentException("the " + name + " has " + kindOf(character) + " at position "
                        + (index + 1) + " of " + text.length() + "; " + form);
            }
        }
        return new Secret(name, text);
    }

    private static boolean isBetween(String text, char first, char last) {
        return text.length() > 1 && text.charAt(0) == first && text.charAt(text.length() - 1) == last;
    }

    private static String kindOf(char character) {
        return switch (character) {
            case '\r', '\n' -> "a line break";
            case ' ', '\t' -> "white space";
            default -> character < ' ' || character == 0x7f ? "a control character" : "a character outside ASCII";
        };
    }

    /** Returns the plain text. */
    public String reveal() {
        return text;
    }

    /** Returns the value of an {@code Authorization} header with this secret as the token (RFC 6750, 2.1). */
    public String bearer() {
        return bearer;
    }

    /** Returns {@code foreign} with this secret masked, be it plain, URL-encoded or in Base64. */
    public String redactedFrom(String foreign) {
        String redacted = foreign;
        for (String encoding : encodings) {
            redacted = redacted.replace(encoding, mask);
        }
        return redacted;
    }

    /**
     * Checks whether {@code body} contains this secret in any of those encodings, as it stands or with the escapes of JSON
     * resolved. False for one of less than 16 characters.
     */
    public boolean isRepeatedIn(byte[] body) {
        if (text.length() < MIN_REAL_LENGTH) {
            return false;
        }
        ByteBuffer resolved = JsonEscapes.resolved(body);
        return isIn(body, body.length) || resolved.array() != body && isIn(resolved.array(), resolved.limit());
    }

    private boolean isIn(byte[] bytes, int length) {
        for (BytePattern pattern : patterns()) {
            if (pattern.occursIn(bytes, length)) {
                return true;
            }
        }
        return false;
    }

    /** Creates the patterns at the first use, because most secrets are never searched for. Simultaneous first uses repeat it. */
    private List<BytePattern> patterns() {
        List<BytePattern> created = patterns;
        if (created.isEmpty()) {
            created = encodings.stream()
                    .map(encoding -> new BytePattern(encoding.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            patterns = created;
        }
        return created;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the name in brackets, such as {@code [access token]}. */
    @Override
    public String toString() {
        return mask;
    }
}
