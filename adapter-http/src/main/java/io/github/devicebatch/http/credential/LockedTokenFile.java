package io.github.devicebatch.http.credential;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.file.FileReplacement;
import io.github.devicebatch.http.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A refresh token file under lock, with an empty file beside it for the next token. Closing it releases the lock.
 *
 * <p>The empty file is created at once: if that fails, no new token is requested that could not be stored.
 */
public final class LockedTokenFile implements TokenFile {

    private final Path file;
    private final Path next;
    private final LockFile lock;
    private final FileReplacement replacement;

    private LockedTokenFile(Path file, LockFile lock, FileReplacement replacement) {
        this.file = file;
        this.next = file.resolveSibling(file.getFileName() + ".new");
        this.lock = lock;
        this.replacement = replacement;
    }

    /** Creates the empty file. Releases {@code lock} if that fails. */
    static LockedTokenFile of(Path file, LockFile lock, FileReplacement replacement) throws IOException {
        var locked = new LockedTokenFile(file, lock, replacement);
        boolean ready = false;
        try {
            locked.prepare();
            ready = true;
            return locked;
        } finally {
            if (!ready) {
                lock.close();
            }
        }
    }

    private void prepare() throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            PrivateFiles.checkFile(file);
        }
        PrivateFiles.createFile(next);
    }

    @Override
    public Secret read() throws IOException {
        return RefreshTokenStore.read(file);
    }

    /** Replaces the token atomically: a process that is killed meanwhile leaves the old token or the new one. */
    @Override
    public void replace(Secret token) throws IOException {
        RefreshTokenStore.write(next, token);
        replacement.replace(next, file);
        PrivateFiles.force(requireNonNull(file.getParent()));
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            Files.deleteIfExists(next);
        }
    }
}
