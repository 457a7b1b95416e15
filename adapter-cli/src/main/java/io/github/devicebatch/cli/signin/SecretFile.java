package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a secret, as somebody named it. Its name is repeated only if there is such a file: it happens that the secret
 * itself is given for it.
 *
 * @param kind the secret
 * @param name the name as given
 */
public record SecretFile(Kind kind, String name) {

    private static final int LONGEST_NAME = 300;
    private static final Set<PosixFilePermission> READ_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /**
     * Gives the path.
     *
     * @throws UsageException if no file can have that name
     */
    public Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw unusable("it cannot be read");
        }
    }

    /**
     * Reads the text that the file holds.
     *
     * @throws UsageException if it cannot be read
     */
    String read() {
        try (InputStream file = Files.newInputStream(path())) {
            return SecretLine.read(file, kind.noun());
        } catch (IllegalArgumentException tooLong) {
            throw unusable(tooLong.getMessage());
        } catch (IOException broken) {
            throw unusable(broken);
        }
    }

    public UsageException unusable(IOException broken) {
        return unusable(
                switch (broken) {
                    case NoSuchFileException missing -> "there is no file of the name that was given";
                    case AccessDeniedException denied -> "permission denied";
                    case FileSystemException trouble when trouble.getReason() != null -> trouble.getReason();
                    default -> "it cannot be read";
                });
    }

    public UsageException unusable(String why) {
        return new UsageException(
                Problem.of("no " + kind.secret() + " in " + kind.file() + shownName(), why, kind.remedy()));
    }

    private String shownName() {
        return exists() ? " " + Excerpt.of(name, LONGEST_NAME) : "";
    }

    public boolean exists() {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** Says that others can read the file, if they can; pipes and file systems without such permissions are passed over. */
    public Optional<String> exposure() {
        try {
            Path file = path();
            boolean open = Files.isRegularFile(file)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(READ_BY_OTHERS::contains);
            return open
                    ? Optional.of(
                            "others than you can read " + kind.file() + "; run: chmod 600 " + ShellQuoting.quote(name))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException cannotTell) {
            return Optional.empty();
        }
    }

    /** A secret that stands in a file, and what the file is called. */
    public enum Kind {
        ACCESS_TOKEN("access token", "the token file", "give a file that holds an access token and nothing else"),
        CLIENT_SECRET(
                "client secret",
                "the client secret file",
                "give a file that holds the secret's value and nothing else; the value is shown once, when it is made"),
        CLIENT_CERTIFICATE(
                "client certificate",
                "the client certificate file",
                "give a file with the certificate and its private key, in PEM or PKCS#12; if it has a password, give"
                        + " --client-certificate-password-file as well"),
        PASSWORD(
                "password",
                "the client certificate password file",
                "give a file that holds the password of the certificate's file and nothing else"),
        REFRESH_TOKEN(
                "refresh token", "the refresh token file", "sign in to get one: devicebatch help login tells how");

        private final String secret;
        private final String file;
        private final String remedy;

        Kind(String secret, String file, String remedy) {
            this.secret = secret;
            this.file = file;
            this.remedy = remedy;
        }

        String secret() {
            return secret;
        }

        /** Gives the secret in one word. */
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

    /** The one line that a secret is, as it comes out of a file, a pipe or a command. */
    static final class SecretLine {

        private static final int LONGEST = 65_536;

        /** What editors and shells put around the text of a file: a byte order mark, and the end of the line. */
        private static final String AROUND = "\\A\\x{feff}|\\R\\z";

        private SecretLine() {}

        /**
         * Reads the line; whatever is more than a line is the caller's to refuse.
         *
         * @param what what it is, in a word
         * @throws IllegalArgumentException if it is longer than any such
         */
        static String read(InputStream in, String what) throws IOException {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException("it is longer than any " + what);
            }
            return new String(bytes, StandardCharsets.UTF_8).replaceAll(AROUND, "");
        }
    }
}
