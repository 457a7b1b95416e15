package io.github.devicebatch.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** POSIX permissions, where the file system knows them; where it does not, they are neither set nor missed. */
final class Permissions {

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
        return areKnownFor(path) && !most.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** Gives a path as a shell takes it. */
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
