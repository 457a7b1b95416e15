package io.github.devicebatch.http.file;

import io.github.devicebatch.http.file.FileProtection.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Files and directories that only their owner can use. Symbolic links are refused.
 *
 * @see FileProtection
 */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Creates a directory with its parents if it does not exist, or else checks that it is private. */
    public static void createDirectory(Path directory) throws IOException {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory, FileProtection.of(directory).attributes(Kind.DIRECTORY));
        }
        checkDirectory(directory);
    }

    /** Checks that a directory exists and is private. */
    public static void checkDirectory(Path directory) throws IOException {
        requireDirectory(directory);
        FileProtection.of(directory).checkPrivate(directory, Kind.DIRECTORY);
    }

    /** Checks a directory that this process can't write: other users must not be able to either. */
    public static void checkUnwritableDirectory(Path directory) throws IOException {
        requireDirectory(directory);
        FileProtection.of(directory).checkUnchangeable(directory);
    }

    private static void requireDirectory(Path directory) throws IOException {
        try {
            if (!attributesOf(directory, "directory").isDirectory()) {
                throw FileErrors.of(directory, "it is not a directory");
            }
        } catch (NoSuchFileException missing) {
            throw FileErrors.of(directory, "there is no such directory");
        }
    }

    /** Creates an empty file, in place of one that a killed process may have left. */
    public static void createFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, fileAttributes(file));
    }

    /**
     * Checks that a file is a regular one and private.
     *
     * @throws NoSuchFileException if there is no such file
     */
    public static void checkFile(Path file) throws IOException {
        if (!attributesOf(file, "file").isRegularFile()) {
            throw FileErrors.of(file, "it is not a regular file");
        }
        FileProtection.of(file).checkPrivate(file, Kind.FILE);
    }

    /**
     * Returns the command that takes the access to a file away from other users; empty if they do not have it, and for a pipe and on a
     * file system without permissions. A symbolic link is followed.
     *
     * @param quoting quotes a word for the shell of the user
     */
    public static Optional<String> exposure(Path file, Access access, UnaryOperator<String> quoting)
            throws IOException {
        return Files.isRegularFile(file) ? FileProtection.of(file).exposure(file, access, quoting) : Optional.empty();
    }

    /** Returns the attributes that create a private file. */
    public static FileAttribute<?>[] fileAttributes(Path file) throws IOException {
        return FileProtection.of(file).attributes(Kind.FILE);
    }

    /** Flushes a directory, so that a rename in it survives a crash of the machine; only where POSIX allows it. */
    public static void force(Path directory) throws IOException {
        if (hasPermissions(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static BasicFileAttributes attributesOf(Path path, String kind) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            throw FileErrors.of(path, "it is a symbolic link; give the " + kind + " that it points to");
        }
        return attributes;
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** What other users can do with a file. */
    public enum Access {
        READ,
        CHANGE
    }

    /** Returns a path as one word of a shell. */
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
