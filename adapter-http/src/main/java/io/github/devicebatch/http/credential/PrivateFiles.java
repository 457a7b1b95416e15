package io.github.devicebatch.http.credential;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and directories that only their owner can use. Symbolic links are refused.
 *
 * <p>On a file system without POSIX permissions nothing is set and nothing is checked but the kind.
 */
final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> DIRECTORY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFiles() {}

    /** Creates a directory with its parents if it does not exist, or else checks that it is private. */
    static void createDirectory(Path directory) throws IOException {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory, attributes(directory, DIRECTORY));
        }
        checkDirectory(directory);
    }

    static void checkDirectory(Path directory) throws IOException {
        try {
            if (!attributesOf(directory, "directory").isDirectory()) {
                throw FileErrors.of(directory, "it is not a directory");
            }
        } catch (NoSuchFileException missing) {
            throw FileErrors.of(directory, "there is no such directory");
        }
        if (isWiderThan(DIRECTORY, directory)) {
            throw FileErrors.of(
                    directory,
                    "its permissions must be 0700 (owner only); use a directory of its own, or run: chmod 700 "
                            + quoted(directory));
        }
    }

    /** Creates an empty file, in place of one that a killed process may have left. */
    static void createFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, fileAttributes(file));
    }

    /**
     * Checks that a file is a regular one and private.
     *
     * @throws NoSuchFileException if there is no such file
     */
    static void checkFile(Path file) throws IOException {
        if (!attributesOf(file, "file").isRegularFile()) {
            throw FileErrors.of(file, "it is not a regular file");
        }
        if (isWiderThan(FILE, file)) {
            throw FileErrors.of(file, "its permissions must be 0600 (owner only); run: chmod 600 " + quoted(file));
        }
    }

    /** Returns the attributes that create a private file. */
    static FileAttribute<?>[] fileAttributes(Path file) {
        return attributes(file, FILE);
    }

    /** Flushes a directory, so that a rename in it survives a crash of the machine; only where POSIX allows it. */
    static void force(Path directory) throws IOException {
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

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return hasPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isWiderThan(Set<PosixFilePermission> max, Path path) throws IOException {
        return hasPermissions(path) && !max.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Returns a path as one word of a shell. */
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
