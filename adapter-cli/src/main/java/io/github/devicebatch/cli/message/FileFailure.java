package io.github.devicebatch.cli.message;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Reasons why a file cannot be used, in a few words and without the names of Java. */
public final class FileFailure {

    /** What the Java runtime makes of bytes that the encoding of its locale does not have. */
    private static final char UNDECODED = '\ufffd';

    private static final int FIRST_OUTSIDE_ASCII = 0x80;
    private static final String LOCALE = "; the locale has no characters outside ASCII: set LC_ALL=C.UTF-8";

    private FileFailure() {}

    /** Returns why a file cannot be read. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no such file" + undecodedHint(missing.getFile());
            default -> reason(failure, "it cannot be read");
        };
    }

    /** Returns why a file cannot be written. */
    public static String writeReason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no such folder" + undecodedHint(missing.getFile());
            default -> reason(failure, "it cannot be written");
        };
    }

    private static String reason(IOException failure, String otherwise) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case CharacterCodingException coding -> "it is not text in UTF-8, or in UTF-16 with a byte order mark";
            case FileSystemException detailed when detailed.getReason() != null -> detailed.getReason();
            case FileSystemException unexplained -> otherwise;
            default -> Optional.ofNullable(failure.getMessage()).orElse(otherwise);
        };
    }

    /** Returns why a name is not a path: with the locale C, the Java runtime has no characters outside ASCII. */
    public static String reason(InvalidPathException invalid) {
        boolean isAscii = invalid.getInput().chars().allMatch(character -> character < FIRST_OUTSIDE_ASCII);
        return "its name is not a path" + (isAscii ? "" : LOCALE);
    }

    private static String undecodedHint(String name) {
        return name.indexOf(UNDECODED) < 0 ? "" : LOCALE;
    }
}
