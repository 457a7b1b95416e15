package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.file.FileReplacement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * Output file that is written whole or not at all: the content goes to a temporary file in the same folder, and {@link #commit}
 * renames it. A device or a named pipe is written directly. Every failure to write is a {@link UsageException}. Not thread-safe.
 */
public final class OutputFile extends OutputStream {

    private final Path target;
    private final Path written;
    private final OutputStream stream;
    private final FileReplacement replacement;
    private boolean open = true;

    private OutputFile(Path target, Path written, OutputStream stream, FileReplacement replacement) {
        this.target = target;
        this.written = written;
        this.stream = new BufferedOutputStream(stream);
        this.replacement = replacement;
    }

    /**
     * Creates the temporary file. A symbolic link is followed, so that it stays a link.
     *
     * @param pause the way to wait until another process has closed the file
     * @throws UsageException if the file cannot be written
     */
    public static OutputFile create(Path file, Pause pause) {
        var replacement = new FileReplacement(pause);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw unwritable(file, "it is a folder");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new OutputFile(
                        target, target, Files.newOutputStream(target, StandardOpenOption.WRITE), replacement);
            }
            Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            return new OutputFile(
                    target,
                    temporary,
                    Files.newOutputStream(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                    replacement);
        } catch (IOException failure) {
            throw unwritable(file, FileFailure.writeReason(failure));
        }
    }

    private static UsageException unwritable(Path file, String why) {
        return new UsageException(Problem.of(
                "cannot write to " + Excerpt.of(file.toString(), 200),
                why,
                "check the folder, its permissions and its free space"));
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException failure) {
            throw unwritable(target, FileFailure.writeReason(failure));
        }
    }

    /**
     * Ends the content and puts the file in its place. The permissions of an existing file are kept.
     *
     * @throws UsageException if that fails; the target is unchanged then
     */
    public void commit() {
        try {
            stream.close();
            if (!written.equals(target)) {
                keepPermissions();
                replacement.replace(written, target);
            }
            open = false;
        } catch (IOException failure) {
            throw unwritable(target, FileFailure.writeReason(failure));
        }
    }

    private void keepPermissions() throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            Files.setPosixFilePermissions(written, permissions);
        }
    }

    /** Deletes what has been written, unless it has been committed. */
    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                stream.close();
            } catch (IOException unwritten) {
                // ignored: the content is not wanted
            }
            delete();
        }
    }

    private void delete() {
        try {
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        } catch (IOException left) {
            // ignored: the reason why the command ends matters more
        }
    }
}
