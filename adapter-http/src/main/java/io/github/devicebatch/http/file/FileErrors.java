package io.github.devicebatch.http.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Texts and conversions of file errors. */
public final class FileErrors {

    /** Reason of a missing file. */
    public static final String MISSING = "there is no such file";

    private FileErrors() {}

    /** Returns an exception whose message has the file and {@code reason}. */
    public static FileSystemException of(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }

    /** Returns a text with the file's name; the JDK's message of some types is nothing but the name. */
    public static String describe(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": access is denied";
            case FileSystemException error when error.getReason() != null -> requireNonNull(error.getMessage());
            default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
    }

    /** Converts the JDK's exception for an interruption in a file operation, and clears the interrupt status. */
    public static InterruptedException interruption(ClosedByInterruptException inFile) {
        Thread.interrupted();
        var interrupted = new InterruptedException("interrupted at the refresh token file");
        interrupted.initCause(inFile);
        return interrupted;
    }
}
