package io.github.devicebatch.http.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A refresh token file that this thread has for itself, with a place for the token that will replace the one in it. The
 * place is made at once: if that can't be, nobody should be asked for a new token. Closing it lets others have the file.
 */
public final class LockedTokenFile implements AutoCloseable {

    private final Path file;
    private final Path next;
    private final LockFile lock;

    private LockedTokenFile(Path file, Path next, LockFile lock) {
        this.file = file;
        this.next = next;
        this.lock = lock;
    }

    public static LockedTokenFile of(Path file, LockFile lock) throws IOException {
        var locked = new LockedTokenFile(file, file.resolveSibling(file.getFileName() + ".new"), lock);
        boolean ready = false;
        try {
            locked.makePlace();
            ready = true;
            return locked;
        } finally {
            if (!ready) {
                lock.close();
            }
        }
    }

    private void makePlace() throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            RefreshTokenStore.demandPrivate(file);
        }
        RefreshTokenStore.create(next);
    }

    public RefreshToken read() throws IOException {
        return RefreshTokenStore.read(file);
    }

    /** Replaces what the file has: whenever this is stopped, the old token stands there or the new one. */
    public void replace(RefreshToken token) throws IOException {
        RefreshTokenStore.write(next, token);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.of(file).force();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            Files.deleteIfExists(next);
        }
    }
}
