package io.github.devicebatch.http.credential;

import io.github.devicebatch.application.Pause;
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
 * A lock on a file beside another, held against other threads and other processes. It stays behind, empty: to delete it
 * would let two hold locks on two files of one name.
 *
 * <p>It is tried for again and again, because waiting for a lock of the file system can't be given up.
 */
public final class LockFile implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /** A lock of the file system belongs to the process, and goes when any of its channels to the file is closed. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private LockFile(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws LockedTooLongException if somebody else has it for longer than {@code most}
     */
    public static LockFile wait(Path file, InstantSource time, Pause pause, Duration most)
            throws IOException, InterruptedException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        if (Files.isSymbolicLink(lock)) {
            throw new FileSystemException(lock.toString(), null, "it is a symbolic link; remove it");
        }
        Instant end = time.instant().plus(most);
        while (true) {
            Optional<LockFile> locking = tryFor(lock);
            if (locking.isPresent()) {
                return locking.get();
            }
            if (!time.instant().isBefore(end)) {
                throw new LockedTooLongException(lock);
            }
            pause.pause(BETWEEN_TRIES);
        }
    }

    private static Optional<LockFile> tryFor(Path lock) throws IOException {
        Path key = lock.getParent().toRealPath().resolve(lock.getFileName());
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        Optional<FileChannel> channel = Optional.empty();
        try {
            channel = lockedChannel(lock);
        } finally {
            if (channel.isEmpty()) {
                HELD_HERE.remove(key);
            }
        }
        return channel.map(locked -> new LockFile(key, locked));
    }

    private static Optional<FileChannel> lockedChannel(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PrivateFiles.Permissions.on(lock, RefreshTokenStore.OWNER));
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(channel) : Optional.empty();
        } catch (OverlappingFileLockException heldByStrangersInThisProcess) {
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
            HELD_HERE.remove(key);
        }
    }

    /** Somebody else keeps the lock. */
    public static final class LockedTooLongException extends FileSystemException {

        private static final long serialVersionUID = 1;

        private LockedTooLongException(Path lock) {
            super(lock.toString(), null, "another process holds this lock for too long");
        }
    }
}
