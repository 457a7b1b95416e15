package io.github.devicebatch.http.file;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Texts and conversions of file errors. */
public final class FileErrors {

    /** Reason of a missing file. */
    public static final String MISSING = "there is no such file";

    private static final String UNREADABLE = "it can't be read";

    private FileErrors() {}

    /** Returns an exception whose message has the file and {@code reason}. */
    public static FileSystemException of(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }

    /** Returns an exception as {@link #of(Path, String)} does, with its cause. */
    public static FileSystemException of(Path file, String reason, IOException cause) {
        FileSystemException exception = of(file, reason);
        exception.initCause(cause);
        return exception;
    }

    /** Returns a text with the file's name; the JDK's message of some types is nothing but the name. */
    public static String describe(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": " + reason(denied);
            case FileSystemException error when error.getReason() != null -> requireNonNull(error.getMessage());
            default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
    }

    /** Returns why a file can't be read, without the file's name and the names of Java. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "access is denied";
            case FileSystemException error when error.getReason() != null -> error.getReason();
            case FileSystemException onlyName -> UNREADABLE;
            default -> requireNonNullElse(failure.getMessage(), UNREADABLE);
        };
    }

    /** Converts the JDK's exception for an interruption in a file operation, and clears the interrupt status. */
    public static InterruptedException interruption(ClosedByInterruptException inFile) {
        Thread.interrupted();
        var interrupted = new InterruptedException("interrupted at the file of a token");
        interrupted.initCause(inFile);
        return interrupted;
    }
}
