package io.github.devicebatch.http;

import io.github.devicebatch.http.auth.TokenText;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.text.TextInput;

/**
 * A Partner Center access token. {@link #toString} is masked: it is a class and not a record, because a record prints its
 * components. Immutable and thread-safe.
 */
public final class AccessToken {

    private final Secret secret;

    AccessToken(Secret secret) {
        this.secret = secret;
    }

    /**
     * Creates a token from text without the {@code Bearer} in front.
     *
     * @param text one word of visible ASCII characters; without the line break that ends a file
     * @return the token
     * @throws IllegalArgumentException if {@code text} is empty or contains white space, a line break or anything but
     *     visible ASCII; the message contains no part of it
     */
    public static AccessToken of(String text) {
        return new AccessToken(Secret.accessToken(text));
    }

    /**
     * Reads a token in the forms in which tools print it: alone, in quotes, behind {@code Bearer} or {@code Authorization: Bearer}, or
     * as the member {@code accessToken} or {@code access_token} of a JSON object. White space around it is removed.
     *
     * @param text the text with the token
     * @return the token
     * @throws IllegalArgumentException if there is none; the message contains no part of the text
     */
    public static AccessToken parse(String text) {
        return new AccessToken(TokenText.parse(TextInput.strip(text)));
    }

    Secret secret() {
        return secret;
    }

    /** Returns whether {@code other} is the same token. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Returns {@code [access token]}, whatever the token is. */
    @Override
    public String toString() {
        return secret.toString();
    }
}
