package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.RefreshTokenStore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A private file that holds a refresh token in one line, and nothing else.
 *
 * <p>The file has the permissions {@code 0600} and its directory {@code 0700}. Both are created with them; if they exist and
 * are accessible to others, or are symbolic links, they are refused. A new token replaces the old one atomically: a process
 * that is killed leaves the old or the new one. Several processes may use one file at once: each holds a lock, on a file beside
 * it whose name ends in {@code .lock}, from reading the token until its successor is stored.
 *
 * <p>A file in a directory that the process can't write, such as a secret of a container, is used as it is: new tokens are kept in
 * memory, and the token in the file expires 90 days after it was issued. On a volume that is mounted read-only, owner and
 * permissions are not checked, and symbolic links are followed.
 *
 * <p>With access control lists, as on Windows, both are created for this user alone, and refused if another user has access to
 * them; who has access to the home directory, such as the system, is not another user. On a file system with neither, such as FAT,
 * nothing is checked or set. Thread-safe.
 */
public final class RefreshTokenFile {

    private final RefreshTokenStore store;

    private RefreshTokenFile(RefreshTokenStore store) {
        this.store = store;
    }

    /**
     * Returns the file at a path. Nothing is read or created yet.
     *
     * @param file the path; its directory should contain nothing that others have to read
     * @return the file
     * @throws IllegalArgumentException if {@code file} is a root, which can't be a file
     */
    public static RefreshTokenFile at(Path file) {
        if (file.getFileName() == null || file.toAbsolutePath().getParent() == null) {
            throw new IllegalArgumentException("not a refresh token file: \"" + file + "\"; give the path of a file");
        }
        return new RefreshTokenFile(new RefreshTokenStore(file.toAbsolutePath()));
    }

    /**
     * Returns the path.
     *
     * @return the absolute path
     */
    public Path path() {
        return store.file();
    }

    /**
     * Checks that the file has a token and only its owner can read it, so that an error can be reported before anything is
     * sent.
     *
     * @throws IOException if there is no such file, it can't be read, is accessible to others, is a symbolic link or has no
     *     token; the message names the file and the remedy, and contains nothing of the token
     */
    public void check() throws IOException {
        store.check();
    }

    /**
     * Checks whether a new token can replace the one in the file. If not, the file has to be replaced by a new sign-in before its
     * token expires.
     *
     * @return false if the volume is mounted read-only or this process can't write in the directory
     * @throws IOException if the directory can't be accessed
     */
    public boolean isReplaceable() throws IOException {
        return store.isReplaceable();
    }

    RefreshTokenStore store() {
        return store;
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return store.file().toString();
    }
}
