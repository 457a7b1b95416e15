package io.github.devicebatch.http;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.credential.SecretFileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Source of the access token in a file, which is read again when the token is rejected. Thread-safe. */
final class TokenFileSource implements AccessTokenSource {

    private final Path file;
    private volatile AccessToken current;

    /**
     * Creates a source and reads the file.
     *
     * @throws IOException if the file can't be read
     * @throws IllegalArgumentException if it has no access token; the message contains nothing of it
     */
    TokenFileSource(Path file) throws IOException {
        this.file = file;
        this.current = read(file);
    }

    private static AccessToken read(Path file) throws IOException {
        return AccessToken.parse(SecretFileReader.line(file));
    }

    @Override
    public AccessToken token() {
        return current;
    }

    @Override
    public void rejected(AccessToken token) {
        try {
            current = read(file);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new AccessTokenUnavailableException(
                    UnavailabilityCause.FAILING,
                    "the file with the access token can't be read again",
                    Optional.empty());
        }
    }

    /** Returns the name of the file. */
    @Override
    public String toString() {
        return "access token in " + file;
    }
}
