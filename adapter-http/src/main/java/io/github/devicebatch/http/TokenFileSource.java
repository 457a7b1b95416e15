package io.github.devicebatch.http;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.http.credential.SecretFileReader;
import io.github.devicebatch.http.file.FileErrors;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Source of the access token in a file, which is read each time. Thread-safe. */
final class TokenFileSource implements AccessTokenSource {

    private final Path file;

    private TokenFileSource(Path file) {
        this.file = file;
    }

    /**
     * Returns the source that {@code DEVICEBATCH_TOKEN_FILE} names: it keeps the token until that is rejected.
     *
     * @throws SettingFileException if the file can't be read
     * @throws SettingException if it has no access token
     */
    static AccessTokenSource reloading(SettingLookup lookup, InstantSource time) throws SettingFileException {
        if (lookup.required("TOKEN_FILE").equals("-")) {
            throw SettingLookup.unusable("TOKEN_FILE", " is -, but standard input is for the command only");
        }
        AccessToken first = lookup.read("TOKEN_FILE", TokenFileSource::read);
        return AccessTokenSource.reloading(first, new TokenFileSource(lookup.path("TOKEN_FILE")), time);
    }

    private static AccessToken read(Path file) throws IOException {
        return AccessToken.parse(SecretFileReader.line(file));
    }

    @Override
    public AccessToken token() throws InterruptedException {
        try {
            return read(file);
        } catch (ClosedByInterruptException interrupted) {
            throw FileErrors.interruption(interrupted);
        } catch (IOException failure) {
            throw refused(FileErrors.describe(failure));
        } catch (IllegalArgumentException withoutToken) {
            throw refused(file + ": " + withoutToken.getMessage());
        }
    }

    private static AccessTokenRefusedException refused(String reason) {
        return new AccessTokenRefusedException(Fault.of("no_new_token", reason));
    }
}
