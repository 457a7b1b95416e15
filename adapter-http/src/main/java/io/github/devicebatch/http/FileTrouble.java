package io.github.devicebatch.http;

import java.io.IOException;
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
}
