package io.github.devicebatch.cli.signin;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AccessToken;
import java.io.IOException;
import java.io.InputStream;

/** Access token on standard input. */
record StandardInputToken(InputStream in) {

    /**
     * Reads the token.
     *
     * @throws UsageException if there is none; the message has no content of the input
     */
    AccessToken read() {
        try {
            return AccessToken.parse(SecretFile.readLine(in, SecretFile.Kind.ACCESS_TOKEN.noun()));
        } catch (IllegalArgumentException invalid) {
            throw unusable(requireNonNull(invalid.getMessage()));
        } catch (IOException failure) {
            throw unusable(FileFailure.reason(failure));
        }
    }

    private static UsageException unusable(String why) {
        return new UsageException(
                Problem.of("no access token in standard input", why, SecretFile.Kind.ACCESS_TOKEN.remedy()));
    }
}
