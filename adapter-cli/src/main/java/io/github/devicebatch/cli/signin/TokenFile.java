package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.http.AccessToken;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads an access token from a file, or from standard input for {@code -}. The line break at its end is no part of it.
 *
 * @param name the file's name as given
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
     * @throws UsageException if there is no such file or no token in it; the message contains nothing of what it holds
     */
    AccessToken read(InputStream in) {
        String text = isStandardInput() ? from(in) : file().read();
        try {
            return AccessToken.of(text);
        } catch (IllegalArgumentException noToken) {
            throw unreadable(noToken.getMessage());
        }
    }

    private String from(InputStream in) {
        try {
            return SecretFile.SecretLine.read(in, SecretFile.Kind.ACCESS_TOKEN.noun());
        } catch (IllegalArgumentException tooLong) {
            throw unreadable(tooLong.getMessage());
        } catch (IOException broken) {
            throw unreadable("it cannot be read");
        }
    }

    private UsageException unreadable(String why) {
        return isStandardInput()
                ? new UsageException(
                        Problem.of("no access token in standard input", why, SecretFile.Kind.ACCESS_TOKEN.remedy()))
                : file().unusable(why);
    }
}
