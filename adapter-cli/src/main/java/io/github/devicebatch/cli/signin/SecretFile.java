package io.github.devicebatch.cli.signin;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.SettingException;
import io.github.devicebatch.http.file.FileErrors;
import io.github.devicebatch.http.file.PrivateFiles;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File that contains a secret. Messages contain its name only if the file exists, because users sometimes give the secret
 * itself instead of a file name.
 *
 * @param name the name as given
 */
public record SecretFile(Kind kind, String name) {

    private static final int MAX_NAME_LENGTH = 300;
    private static final int MAX_BYTES = 65_536;
    private static final String MISSING = "there is no file with the given name";

    /**
     * Returns the path.
     *
     * @throws UsageException if the name is not a valid path
     */
    public Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw unusable(FileFailure.reason(invalid));
        }
    }

    /**
     * Reads a secret from a stream, without the byte order mark and the white space around it.
     *
     * @param noun the kind of secret, for the message
     * @throws IllegalArgumentException if it is longer than 65536 bytes or not text
     */
    static String readLine(InputStream in, String noun) throws IOException {
        try {
            return TextInput.strip(TextInput.decode(TextInput.bytes(in, MAX_BYTES)));
        } catch (TextInput.TooLongException tooLong) {
            throw new IllegalArgumentException("it is longer than any " + noun, tooLong);
        } catch (CharacterCodingException notText) {
            throw new IllegalArgumentException(FileFailure.reason(notText), notText);
        }
    }

    /** Returns the exception for a failed read of the file. */
    public UsageException unusable(IOException failure) {
        return unusable(reason(failure, "it cannot be read"));
    }

    /** The first failure of a chain has the type that says most. */
    private String reason(IOException failure, String otherwise) {
        if (failure instanceof FileSystemException && failure.getCause() instanceof IOException cause) {
            return reason(cause, otherwise);
        }
        return switch (failure) {
            case TextInput.TooLongException tooLong -> "it is longer than any " + kind.noun();
            case NoSuchFileException missing -> MISSING;
            case FileSystemException unnamed when FileErrors.MISSING.equals(unnamed.getReason()) -> MISSING;
            case FileSystemException detailed -> FileFailure.reason(detailed);
            case CharacterCodingException notText -> FileFailure.reason(notText);
            default -> otherwise;
        };
    }

    /** Returns the exception for a setting of the file that the library refuses. The message has no content of the file. */
    UsageException unusable(SettingException invalid) {
        path();
        Throwable reason = requireNonNull(invalid.getCause());
        return unusable(requireNonNull((reason.getCause() == null ? reason : reason.getCause()).getMessage()));
    }

    /** Returns the exception for a file in which a new sign-in cannot be stored. */
    public UsageException unwritable(IOException failure) {
        return new UsageException(Problem.of(
                "cannot store a " + kind.secret() + " in " + Excerpt.of(name, MAX_NAME_LENGTH),
                reason(failure, "it cannot be written"),
                "give another file, in a directory that only you can open"));
    }

    /** Returns the exception for a file that cannot be used because of {@code why}. */
    public UsageException unusable(String why) {
        String shownName = exists() ? " " + Excerpt.of(name, MAX_NAME_LENGTH) : "";
        return new UsageException(
                Problem.of("no " + kind.secret() + " in " + kind.file() + shownName, why, kind.remedy()));
    }

    /** Returns whether the file exists. */
    public boolean exists() {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException invalid) {
            return false;
        }
    }

    /** Returns a warning if other users can read the file; empty for pipes and file systems without permissions. */
    public Optional<String> exposure() {
        try {
            return PrivateFiles.exposure(path(), PrivateFiles.Access.READ, ShellQuoting::quote)
                    .map(command -> "other users can read " + kind.file() + "; run: " + command);
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Kind of secret, with the texts of messages about its file. */
    public enum Kind {
        ACCESS_TOKEN("access token", "the token file", "give a file that contains only an access token"),
        CLIENT_SECRET(
                "client secret",
                "the client secret file",
                "give a file that contains only the secret's value, which is shown once when the secret is created"),
        CLIENT_CERTIFICATE(
                "client certificate",
                "the client certificate file",
                "give a file with the certificate and its private key, in PEM or PKCS#12; if it has a password, give"
                        + " --client-certificate-password-file as well"),
        PASSWORD(
                "password",
                "the client certificate password file",
                "give a file that contains only the password of the certificate file"),
        REFRESH_TOKEN("refresh token", "the refresh token file", "sign in to get one, see: devicebatch help login");

        private final String secret;
        private final String file;
        private final String remedy;

        Kind(String secret, String file, String remedy) {
            this.secret = secret;
            this.file = file;
            this.remedy = remedy;
        }

        /** Returns the kind of the file that a setting names; empty for a setting that names none. */
        static Optional<Kind> of(SignInSetting setting) {
            return switch (setting) {
                case TOKEN_FILE -> Optional.of(ACCESS_TOKEN);
                case CLIENT_SECRET_FILE -> Optional.of(CLIENT_SECRET);
                case CLIENT_CERTIFICATE -> Optional.of(CLIENT_CERTIFICATE);
                case CLIENT_CERTIFICATE_PASSWORD_FILE -> Optional.of(PASSWORD);
                case REFRESH_TOKEN_FILE -> Optional.of(REFRESH_TOKEN);
                case TOKEN, TOKEN_COMMAND, TENANT, CLIENT_ID -> Optional.empty();
            };
        }

        String secret() {
            return secret;
        }

        /** Returns the last word of {@link #secret()}. */
        String noun() {
            return secret.substring(secret.lastIndexOf(' ') + 1);
        }

        String file() {
            return file;
        }

        String remedy() {
            return remedy;
        }
    }
}
