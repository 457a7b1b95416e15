package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.credential.SecretFileReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A client secret of an app registration, which never prints itself. The vendor also calls it an application password.
 *
 * <p>A class and not a record, because a record prints its parts. Immutable and thread-safe.
 */
public final class ClientSecret implements AppCredential {

    private final Secret secret;

    private ClientSecret(Secret secret) {
        this.secret = secret;
    }

    /**
     * Holds a secret: the <em>value</em> that is shown once when the secret is made, not its id.
     *
     * @param text the value
     * @return the secret
     * @throws IllegalArgumentException if {@code text} is empty or contains anything but visible ASCII; the message contains
     *     no part of it
     */
    public static ClientSecret of(String text) {
        return new ClientSecret(Secret.of("client secret", "a client secret is one word of visible ASCII", text));
    }

    /**
     * Reads a secret from a file that contains nothing else; a line break at its end is left away.
     *
     * @param file the file
     * @return the secret
     * @throws IOException if the file can't be read or is longer than 64 KiB
     * @throws IllegalArgumentException if it contains no secret; the message contains no part of it
     */
    public static ClientSecret fromFile(Path file) throws IOException {
        return of(SecretFileReader.line(file));
    }

    public String reveal() {
        return secret.reveal();
    }

    /** Gives {@code [client secret]}, whatever the secret is. */
    @Override
    public String toString() {
        return secret.toString();
    }
}
