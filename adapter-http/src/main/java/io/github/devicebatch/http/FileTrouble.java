package io.github.devicebatch.http;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says in words what is wrong with a file. */
final class FileTrouble {

    private FileTrouble() {}

    static String words(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": access is denied";
            case FileSystemException trouble when trouble.getReason() != null -> trouble.getMessage();
            default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
    }

    /** The JDK tells of an interruption at a file in a way of its own. */
    static InterruptedException interruption(ClosedByInterruptException atTheFile) {
        Thread.interrupted();
        var interrupted = new InterruptedException("interrupted at the refresh token file");
        interrupted.initCause(atTheFile);
        return interrupted;
    }
}
