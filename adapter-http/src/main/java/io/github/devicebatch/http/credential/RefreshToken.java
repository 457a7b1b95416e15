package io.github.devicebatch.http.credential;

/** A refresh token, which never prints itself. Immutable and thread-safe. */
public final class RefreshToken {

    private final Secret secret;

    private RefreshToken(Secret secret) {
        this.secret = secret;
    }

    /**
     * Holds a token.
     *
     * @throws IllegalArgumentException if it is not one word of visible ASCII; the message contains no part of it
     */
    public static RefreshToken of(String text) {
        return new RefreshToken(Secret.of("refresh token", "a token is one word of visible ASCII", text));
    }

    public String reveal() {
        return secret.reveal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RefreshToken token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return secret.toString();
    }
}
