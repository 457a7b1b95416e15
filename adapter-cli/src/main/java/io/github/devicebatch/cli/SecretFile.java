package io.github.devicebatch.cli;

import io.github.devicebatch.domain.Excerpt;
import java.io.IOException;
import java.io.InputStream;
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
record SecretFile(SecretKind kind, String name) {

    private static final int LONGEST_NAME = 300;
    private static final Set<PosixFilePermission> READ_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /**
     * Gives the path.
     *
     * @throws Misuse if no file can have that name
     */
    Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw unusable("it cannot be read");
        }
    }

    /**
     * Reads the text that the file holds.
     *
     * @throws Misuse if it cannot be read
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

    Misuse unusable(IOException broken) {
        return unusable(
                switch (broken) {
                    case NoSuchFileException missing -> "there is no file of the name that was given";
                    case AccessDeniedException denied -> "permission denied";
                    case FileSystemException trouble when trouble.getReason() != null -> trouble.getReason();
                    default -> "it cannot be read";
                });
    }

    Misuse unusable(String why) {
        return new Misuse(Problem.of("no " + kind.secret() + " in " + kind.file() + shownName(), why, kind.remedy()));
    }

    private String shownName() {
        return exists() ? " " + Excerpt.of(name, LONGEST_NAME) : "";
    }

    boolean exists() {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** Says that others can read the file, if they can; pipes and file systems without such permissions are passed over. */
    Optional<String> exposure() {
        try {
            Path file = path();
            boolean open = Files.isRegularFile(file)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(READ_BY_OTHERS::contains);
            return open
                    ? Optional.of("others than you can read " + kind.file() + "; run: chmod 600 " + ShellWord.of(name))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException cannotTell) {
            return Optional.empty();
        }
    }
}
