package io.github.devicebatch.http.file;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Protection of files and directories against other users, by what their file system supports. */
sealed interface FileProtection permits PosixProtection, AclProtection, FileProtection.Unsupported {

    /** Returns the protection on the file system of {@code path}. */
    static FileProtection of(Path path) {
        FileSystem system = path.getFileSystem();
        Set<String> views = system.supportedFileAttributeViews();
        if (views.contains("posix")) {
            return new PosixProtection(TrustedUsers.on(system));
        }
        return views.contains("acl") ? new AclProtection(TrustedUsers.on(system)) : new Unsupported();
    }

    /** Returns the attributes that create a private file or directory. */
    FileAttribute<?>[] attributes(Kind kind) throws IOException;

    /**
     * Checks that a file or directory belongs to this user or to the administrator, and that other users have no access.
     *
     * @throws java.nio.file.FileSystemException if not; the message has a command that corrects it
     */
    void checkPrivate(Path path, Kind kind) throws IOException;

    /**
     * Checks that a directory belongs to this user or to the administrator, and that other users can't change it.
     *
     * @throws java.nio.file.FileSystemException if not
     */
    void checkUnchangeable(Path directory) throws IOException;

    /** Returns the command that takes {@code access} to a file away from other users; empty if they do not have it. */
    Optional<String> exposure(Path file, PrivateFiles.Access access, UnaryOperator<String> quoting) throws IOException;

    /** What is protected. */
    enum Kind {
        FILE,
        DIRECTORY
    }

    /** A file system without permissions, such as FAT: nothing is set and nothing is checked. */
    record Unsupported() implements FileProtection {

        @Override
        public FileAttribute<?>[] attributes(Kind kind) {
            return new FileAttribute<?>[0];
        }

        @Override
        public void checkPrivate(Path path, Kind kind) {
            // nothing can be checked
        }

        @Override
        public void checkUnchangeable(Path directory) {
            // nothing can be checked
        }

        @Override
        public Optional<String> exposure(Path file, PrivateFiles.Access access, UnaryOperator<String> quoting) {
            return Optional.empty();
        }
    }
}
