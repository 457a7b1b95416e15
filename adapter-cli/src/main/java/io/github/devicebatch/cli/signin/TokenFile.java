package io.github.devicebatch.cli.signin;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AccessToken;
import java.io.IOException;
import java.io.InputStream;

/**
 * File with an access token, or standard input for {@code -}.
 *
 * @param name the name as given
 */
record TokenFile(String name) {

    boolean isStandardInput() {
        return name.equals("-");
    }

    SecretFile file() {
        return new SecretFile(SecretFile.Kind.ACCESS_TOKEN, name);
    }

    /**
     * Reads the token.
     *
     * @throws UsageException if there is no such file or it has no token; the message has no content of the file
     */
    AccessToken read(InputStream in) {
        String text = isStandardInput() ? readFrom(in) : file().read();
        try {
            return AccessToken.parse(text);
        } catch (IllegalArgumentException invalid) {
            throw unusable(requireNonNull(invalid.getMessage()));
        }
    }

    private static String readFrom(InputStream in) {
        try {
            return SecretFile.readLine(in, SecretFile.Kind.ACCESS_TOKEN.noun());
        } catch (IllegalArgumentException unusable) {
            throw unusableInput(requireNonNull(unusable.getMessage()));
        } catch (IOException failure) {
            throw unusableInput(FileFailure.reason(failure));
        }
    }

    private UsageException unusable(String why) {
        return isStandardInput() ? unusableInput(why) : file().unusable(why);
    }

    private static UsageException unusableInput(String why) {
        return new UsageException(
                Problem.of("no access token in standard input", why, SecretFile.Kind.ACCESS_TOKEN.remedy()));
    }
}
