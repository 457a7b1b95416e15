package io.github.devicebatch.http.credential;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Pause;
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
import java.util.Set;

/**
 * Store of a refresh token in a private file of one line. Thread-safe.
 *
 * @param file the absolute path
 */
public record RefreshTokenStore(Path file) {

    /**
     * Checks that the file is private and has a token.
     *
     * @throws IOException if not; the message names the file and the remedy, and contains nothing of the token
     */
    public void check() throws IOException {
        PrivateFiles.checkDirectory(directory());
        read(file);
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
        return LockedTokenFile.of(file, LockFile.acquire(file, time, pause, timeout));
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
