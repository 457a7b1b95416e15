package io.github.devicebatch.http.credential;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.file.FileErrors;
import io.github.devicebatch.http.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An exclusive lock on a file, held through an empty lock file beside it, against other threads and other processes.
 *
 * <p>The lock file is never deleted: two processes could then lock two files of the same name. The lock is polled, because a
 * blocking lock of the file system has no timeout.
 */
public final class LockFile implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /** Locks that this process holds. A lock of the file system ends when the process closes any channel to the file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private LockFile(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Waits for the lock on {@code file}.
     *
     * @throws LockTimeoutException if the lock is not free within {@code timeout}
     */
    static LockFile acquire(Path file, InstantSource time, Pause pause, Duration timeout)
            throws IOException, InterruptedException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        if (Files.isSymbolicLink(lock)) {
            throw FileErrors.of(lock, "it is a symbolic link; remove it");
        }
        Instant end = time.instant().plus(timeout);
        while (true) {
            Optional<LockFile> acquired = tryAcquire(lock);
            if (acquired.isPresent()) {
                return acquired.get();
            }
            if (!time.instant().isBefore(end)) {
                throw new LockTimeoutException(lock);
            }
            pause.pause(POLL_INTERVAL);
        }
    }

    private static Optional<LockFile> tryAcquire(Path lock) throws IOException {
        Path key = requireNonNull(lock.getParent()).toRealPath().resolve(lock.getFileName());
        if (!HELD.add(key)) {
            return Optional.empty();
        }
        Optional<FileChannel> channel = Optional.empty();
        try {
            channel = lockedChannel(lock);
        } finally {
            if (channel.isEmpty()) {
                HELD.remove(key);
            }
        }
        return channel.map(locked -> new LockFile(key, locked));
    }

    private static Optional<FileChannel> lockedChannel(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PrivateFiles.fileAttributes(lock));
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(channel) : Optional.empty();
        } catch (OverlappingFileLockException heldByOtherCode) {
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(key);
        }
    }

    /** Signals that another thread or process holds the lock. */
    public static final class LockTimeoutException extends FileSystemException {

        private static final long serialVersionUID = 1;

        private LockTimeoutException(Path lock) {
            super(lock.toString(), null, "another process holds this lock for too long");
        }
    }
}
