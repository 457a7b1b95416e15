package io.github.devicebatch.http.credential;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.file.FileErrors;
import io.github.devicebatch.http.file.FileReplacement;
import io.github.devicebatch.http.file.PrivateFiles;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Store of a refresh token in a private file of one line. Thread-safe.
 *
 * <p>The token in a directory that this process can't write is used as it is; its successors are kept in memory. On a volume that
 * is mounted read-only, links are followed, and owner and permissions are not checked: who mounted it decides about access.
 */
public final class RefreshTokenStore {

    private final Path file;
    private final DirectoryAccess.Probe probe;
    private final AtomicReference<Optional<UnwritableTokenFile.Successor>> successor =
            new AtomicReference<>(Optional.empty());

    RefreshTokenStore(Path file, DirectoryAccess.Probe probe) {
        this.file = file;
        this.probe = probe;
    }

    /** Creates a store in a file with an absolute path. */
    public RefreshTokenStore(Path file) {
        this(file, DirectoryAccess.Probe.SYSTEM);
    }

    public Path file() {
        return file;
    }

    /**
     * Checks that the file is private and has a token.
     *
     * @throws IOException if not; the message names the file and the remedy, and contains nothing of the token
     */
    public void check() throws IOException {

        if (access() == DirectoryAccess.WRITABLE) {
            PrivateFiles.checkDirectory(directory());
            read(file);
        } else {
            readUnwritable();
        }
    }

    /** Checks whether a new token can replace the one in the file. */
    public boolean isReplaceable() throws IOException {
        return access() == DirectoryAccess.WRITABLE;
    }

    private DirectoryAccess access() throws IOException {
        return probe.access(directory());
    }

    /**
     * Opens the file for one exchange of its token, under lock if the token can be replaced.
     *
     * @throws LockFile.LockTimeoutException if the lock is not free within {@code timeout}
     */
    public TokenFile open(InstantSource time, Pause pause, Duration timeout) throws IOException, InterruptedException {
        return isReplaceable() ? lock(time, pause, timeout) : new UnwritableTokenFile(this, successor);
    }

    /**
     * Locks the file for the current thread, against all threads and processes that do the same. Creates its directory if
     * there is none.
     *
     * @throws LockFile.LockTimeoutException if the lock is not free within {@code timeout}
     */
    public LockedTokenFile lock(InstantSource time, Pause pause, Duration timeout)
            throws IOException, InterruptedException {
        PrivateFiles.createDirectory(directory());
        return LockedTokenFile.of(file, LockFile.acquire(file, time, pause, timeout), new FileReplacement(pause));
    }

    /** Reads the token in a directory that this process cannot write. */
    Secret readUnwritable() throws IOException {
        if (access() == DirectoryAccess.READ_ONLY_VOLUME) {
            return token(file, ByteBuffer.wrap(SecretFileReader.bytes(file)));
        }
        PrivateFiles.checkUnwritableDirectory(directory());
        return read(file);
    }

    private Path directory() {
        return requireNonNull(file.getParent());
    }

    static Secret read(Path file) throws IOException {
        try {
            PrivateFiles.checkFile(file);
        } catch (NoSuchFileException missing) {
            throw FileErrors.of(file, FileErrors.MISSING + "; sign in to get a refresh token");
        }
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate(SecretFileReader.MAX_BYTES + 1);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // reads until the buffer is full or the file ends
            }
            return token(file, bytes.flip());
        }
    }

    private static Secret token(Path file, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > SecretFileReader.MAX_BYTES) {
            throw FileErrors.of(file, "it is longer than any refresh token; sign in again");
        }
        try {
            return Secret.refreshToken(SecretFileReader.line(file, Arrays.copyOf(bytes.array(), bytes.remaining())));
        } catch (IllegalArgumentException noToken) {
            throw FileErrors.of(file, noToken.getMessage() + "; sign in again");
        }
    }

    /** Writes through a stream: an interruption would close a channel, and the token would be lost. */
    static void write(Path file, Secret token) throws IOException {
        try (FileOutputStream output = new FileOutputStream(file.toFile())) {
            output.write((token.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
            output.getFD().sync();
        }
    }
}
