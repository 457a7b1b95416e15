package io.github.devicebatch.http.credential;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** What stands in a refresh token file: the token and a line break. Never follows a symbolic link. */
public final class RefreshTokenStore {

    static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private RefreshTokenStore() {}

    public static RefreshToken read(Path file) throws IOException {
        demandPrivate(file);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate(SecretFileReader.LONGEST + 1);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until it is full or at the end
            }
            return token(file, bytes.flip());
        }
    }

    private static RefreshToken token(Path file, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > SecretFileReader.LONGEST) {
            throw refused(file, "it is longer than any refresh token; sign in again");
        }
        try {
            return RefreshToken.of(SecretFileReader.line(file, Arrays.copyOf(bytes.array(), bytes.remaining())));
        } catch (IllegalArgumentException noToken) {
            throw refused(file, noToken.getMessage() + "; sign in again");
        }
    }

    /** Demands a file that nobody else may read; that it exists, too. */
    static void demandPrivate(Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                throw refused(file, "it is a symbolic link; name the file that it leads to");
            }
            if (!attributes.isRegularFile()) {
                throw refused(file, "it is no file");
            }
        } catch (NoSuchFileException missing) {
            throw refused(file, "there is no such file; sign in to get a refresh token");
        }
        if (PrivateFiles.Permissions.areWiderThan(OWNER, file)) {
            throw refused(
                    file,
                    "others than its owner may use the file; run: chmod 600 " + PrivateFiles.Permissions.quoted(file));
        }
    }

    /** Makes a file that only its owner may read, in place of what a process left that was stopped here. */
    static void create(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PrivateFiles.Permissions.on(file, OWNER));
    }

    /** Writes through a stream, because a channel would be closed by an interruption, and the token lost. */
    static void write(Path file, RefreshToken token) throws IOException {
        try (FileOutputStream output = new FileOutputStream(file.toFile())) {
            output.write((token.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
            output.getFD().sync();
        }
    }

    private static FileSystemException refused(Path file, String why) {
        return new FileSystemException(file.toString(), null, why);
    }

    /** Says in words what is wrong with a file. */
    public static final class FileTrouble {

        private FileTrouble() {}

        public static String words(IOException failure) {
            return switch (failure) {
                case AccessDeniedException denied -> denied.getFile() + ": access is denied";
                case FileSystemException trouble when trouble.getReason() != null -> trouble.getMessage();
                default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
            };
        }

        /** The JDK tells of an interruption at a file in a way of its own. */
        public static InterruptedException interruption(ClosedByInterruptException atTheFile) {
            Thread.interrupted();
            var interrupted = new InterruptedException("interrupted at the refresh token file");
            interrupted.initCause(atTheFile);
            return interrupted;
        }
    }
}
