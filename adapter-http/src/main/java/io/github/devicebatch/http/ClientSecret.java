package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.credential.SecretFileReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A client secret of an app registration, also known as application password. Immutable and thread-safe; {@link #toString} is
 * masked: it is a class and not a record, because a record prints its components.
 */
public final class ClientSecret implements AppCredential {

    private final Secret secret;

    private ClientSecret(Secret secret) {
        this.secret = secret;
    }

    /**
     * Creates a secret from its <em>value</em>, which Microsoft Entra shows once, not from its id.
     *
     * @param text the value
     * @return the secret
     * @throws IllegalArgumentException if {@code text} is empty or contains anything but visible ASCII; the message contains
     *     no part of it
     */
    public static ClientSecret of(String text) {
        return new ClientSecret(Secret.clientSecret(text));
    }

    /**
     * Reads a secret from a file that contains nothing else; a byte order mark and white space around it are
     * removed.
     *
     * @param file the file
     * @return the secret
     * @throws IOException if the file can't be read or is longer than 64 KiB
     * @throws IllegalArgumentException if it contains no secret; the message contains no part of it
     */
    public static ClientSecret fromFile(Path file) throws IOException {
        return of(SecretFileReader.line(file));
    }

    Secret secret() {
        return secret;
    }

    /** Returns {@code [client secret]}, whatever the secret is. */
    @Override
    public String toString() {
        return secret.toString();
    }
}
