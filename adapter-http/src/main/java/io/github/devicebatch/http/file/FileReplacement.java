package io.github.devicebatch.http.file;

import io.github.devicebatch.application.Pause;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replacement of a file by another one of the same directory, in one step. Thread-safe.
 *
 * <p>On a file system without POSIX permissions, as on Windows, a file that another process has open cannot be moved or replaced,
 * and scanners and indexers open every new file for a moment. There the move is tried again for up to 2.55 seconds.
 */
public final class FileReplacement {

    /** 10 ms, and each time twice as long. */
    private static final List<Duration> PAUSES = Stream.iterate(Duration.ofMillis(10), pause -> pause.multipliedBy(2))
            .limit(8)
            .toList();

    private final Move move;
    private final Pause pause;

    FileReplacement(Move move, Pause pause) {
        this.move = move;
        this.pause = pause;
    }

    /**
     * Creates the replacement.
     *
     * @param pause the way to wait for the next attempt
     */
    public FileReplacement(Pause pause) {
        this(
                (file, target) ->
                        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING),
                pause);
    }

    /**
     * Moves {@code file} to {@code target}, which is replaced if it exists. An interruption does not end it, so that a secret is
     * not lost; the thread is still interrupted afterwards.
     *
     * @throws IOException if that fails; both files are unchanged then
     */
    public void replace(Path file, Path target) throws IOException {
        boolean interrupted = false;
        try {
            for (Duration next : pauses(target)) {
                try {
                    move.move(file, target);
                    return;
                } catch (FileSystemException failure) {
                    if (!canPass(failure)) {
                        throw failure;
                    }
                }
                interrupted |= isInterruptedIn(next);
            }
            move.move(file, target);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** POSIX moves a file that is open; what it refuses, it refuses the next time too. */
    private static List<Duration> pauses(Path target) {
        return target.getFileSystem().supportedFileAttributeViews().contains("posix") ? List.of() : PAUSES;
    }

    /** The JDK has no exception of its own for a file that is open elsewhere. All other subclasses name a lasting reason. */
    private static boolean canPass(FileSystemException failure) {
        return failure instanceof AccessDeniedException || failure.getClass() == FileSystemException.class;
    }

    private boolean isInterruptedIn(Duration duration) {
        try {
            pause.pause(duration);
            return false;
        } catch (InterruptedException interruption) {
            return true;
        }
    }

    /** Move of a file in one step. */
    interface Move {

        void move(Path file, Path target) throws IOException;
    }
}
