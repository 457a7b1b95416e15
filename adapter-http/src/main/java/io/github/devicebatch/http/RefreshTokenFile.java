package io.github.devicebatch.http;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.credential.LockFile;
import io.github.devicebatch.http.credential.LockedTokenFile;
import io.github.devicebatch.http.credential.PrivateFiles;
import io.github.devicebatch.http.credential.RefreshTokenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The file that keeps a refresh token, and nothing else: the token in one line.
 *
 * <p>It is {@code 0600} and stands in a folder that is {@code 0700}. Whatever of it does not exist is made so; what exists
 * and is open to others is refused, and so are symbolic links. A new token replaces the old one in one step: whoever is
 * stopped at any moment leaves the old or the new one. Several processes may use one file at once: each holds a lock, on a
 * file beside it whose name ends in {@code .lock}, from reading the token until the one that came for it is stored.
 *
 * <p>On a file system without POSIX permissions, such as Windows', nothing can be checked or set: the folder's own access
 * rules decide who reads the file. Thread-safe.
 */
public final class RefreshTokenFile {

    private final Path file;

    private RefreshTokenFile(Path file) {
        this.file = file;
    }

    /**
     * Names the file. Nothing is read or made yet.
     *
     * @param file where it is or will be; its folder should contain nothing that others have to read
     * @return the file
     * @throws IllegalArgumentException if {@code file} is a root, which can't be a file
     */
    public static RefreshTokenFile at(Path file) {
        if (file.getFileName() == null || file.toAbsolutePath().getParent() == null) {
            throw new IllegalArgumentException("a refresh token file has a name, unlike " + file);
        }
        return new RefreshTokenFile(file.toAbsolutePath());
    }

    /**
     * Tells where the file is.
     *
     * @return the absolute path
     */
    public Path path() {
        return file;
    }

    /**
     * Looks whether the file has a token and only its owner can read it, so that what is wrong can be said before anything is
     * asked.
     *
     * @throws IOException if there is no such file, it can't be read, is open to others, is a symbolic link or has no token;
     *     the message names the file and what to do, and contains nothing of the token
     */
    public void check() throws IOException {
        PrivateFiles.of(file).demandPrivate();
        RefreshTokenStore.read(file);
    }

    /** Takes the file for this thread alone, among all processes that ask for it this way; waits until the others let go. */
    public LockedTokenFile lock(InstantSource time, Pause pause, Duration most)
            throws IOException, InterruptedException {
        PrivateFiles.of(file).make();
        return LockedTokenFile.of(file, LockFile.wait(file, time, pause, most));
    }

    /** Gives the path. */
    @Override
    public String toString() {
        return file.toString();
    }
}
