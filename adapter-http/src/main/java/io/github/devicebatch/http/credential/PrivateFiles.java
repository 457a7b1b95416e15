package io.github.devicebatch.http.credential;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
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

/** A folder that only its owner may look into. */
public record PrivateFiles(Path folder) {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    public static PrivateFiles of(Path file) {
        return new PrivateFiles(file.getParent());
    }

    /** Makes the folder, and those it is in, unless it exists; if it does, it has to be private already. */
    public void make() throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, Permissions.on(folder, OWNER));
        }
        demandPrivate();
    }

    public void demandPrivate() throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                throw refused("it is a symbolic link; name the folder that it leads to");
            }
            if (!attributes.isDirectory()) {
                throw refused("it is no folder");
            }
        } catch (NoSuchFileException missing) {
            throw refused("there is no such folder");
        }
        if (Permissions.areWiderThan(OWNER, folder)) {
            throw refused("others than its owner may use the folder; take a folder of its own, or run: chmod 700 "
                    + Permissions.quoted(folder));
        }
    }

    /** Makes sure that a renaming in the folder outlasts a crash of the machine, where a folder can be told so. */
    void force() throws IOException {
        if (Permissions.areKnownFor(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileSystemException refused(String why) {
        return new FileSystemException(folder.toString(), null, why);
    }

    /** POSIX permissions, where the file system knows them; where it does not, they are neither set nor missed. */
    static final class Permissions {

        private Permissions() {}

        static boolean areKnownFor(Path path) {
            return path.getFileSystem().supportedFileAttributeViews().contains("posix");
        }

        /** Gives what makes a new file come into being with just these. */
        static FileAttribute<?>[] on(Path path, Set<PosixFilePermission> permissions) {
            return areKnownFor(path)
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                    : new FileAttribute<?>[0];
        }

        static boolean areWiderThan(Set<PosixFilePermission> most, Path path) throws IOException {
            return areKnownFor(path)
                    && !most.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        }

        /** Gives a path as a shell takes it. */
        static String quoted(Path path) {
            return "'" + path.toString().replace("'", "'\\''") + "'";
        }
    }
}
