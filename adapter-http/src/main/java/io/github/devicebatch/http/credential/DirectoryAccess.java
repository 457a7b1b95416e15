package io.github.devicebatch.http.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process may do in a directory, which decides how a refresh token in it is used and checked. */
enum DirectoryAccess {
    /** Files can be created and replaced, or the directory does not exist yet. */
    WRITABLE,
    /** The permissions of the directory allow this process no change. */
    NOT_WRITABLE,
    /** The volume is mounted read-only, as containers mount secrets: no process can change a file on it. */
    READ_ONLY_VOLUME;

    /** Determination of the access to a directory. */
    @FunctionalInterface
    interface Probe {

        /** Asks the operating system. */
        Probe SYSTEM = DirectoryAccess::of;

        /** Returns the access to a directory. */
        DirectoryAccess access(Path directory) throws IOException;
    }

    /** Returns the access; never by an attempt to write, whose error says in the system's language why it failed. */
    private static DirectoryAccess of(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return WRITABLE;
        }
        if (isOnReadOnlyVolume(directory)) {
            return READ_ONLY_VOLUME;
        }
        return Files.isWritable(directory) ? WRITABLE : NOT_WRITABLE;
    }

    /** In a changed root directory, the list of mounted volumes does not have the one of the directory. */
    private static boolean isOnReadOnlyVolume(Path directory) {
        try {
            return Files.getFileStore(directory).isReadOnly();
        } catch (IOException unknownVolume) {
            return false;
        }
    }
}
