package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.Secret;

/**
 * A Partner Center access token, which never prints itself.
 *
 * <p>A class and not a record, because a record prints its parts. Immutable and thread-safe.
 */
public final class AccessToken {

    private final Secret secret;

    private AccessToken(Secret secret) {
        this.secret = secret;
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
        return new AccessToken(
                Secret.of("access token", "a token is one word of visible ASCII, without \"Bearer\" in front", text));
    }

    /** Gives the value of the {@code Authorization} header. */
    public String authorization() {
        return "Bearer " + secret.reveal();
    }

    /** Takes this token out of {@code foreign} text, should a server have sent it back plain, Base64 or URL-encoded. */
    public String redactedFrom(String foreign) {
        return secret.redactedFrom(foreign);
    }

    /**
     * Tells whether a server sent this token back in {@code body}, in any of those forms. Never true of a token too short to
     * be a real one, such as a test's: that stands in a body by chance.
     */
    public boolean isRepeatedIn(byte[] body) {
        return secret.isRepeatedIn(body);
    }

    /** Tells whether {@code other} is the same token. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Gives {@code [access token]}, whatever the token is. */
    @Override
    public String toString() {
        return secret.toString();
    }
}
