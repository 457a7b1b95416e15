package io.github.devicebatch.cli.input;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File that the user names.
 *
 * @param what what it is, for messages
 * @param name its name as given
 */
public record InputFile(String what, String name) {

    private static final int MAX_NAME_LENGTH = 300;

    /** What the Java runtime makes of bytes that the encoding of its locale does not have. */
    private static final char UNDECODED = '\ufffd';

    private static final int FIRST_OUTSIDE_ASCII = 0x80;
    private static final String LOCALE = "; the locale has no characters outside ASCII: set LC_ALL=C.UTF-8";

    /**
     * Opens the file.
     *
     * @throws IOException if that fails; {@link #unusable(IOException)} has the message
     * @throws UsageException if the name is not a path
     */
    public InputStream open() throws IOException {
        return Files.newInputStream(path());
    }

    /**
     * Returns the whole text.
     *
     * @throws UsageException if the file cannot be read, is longer than {@code maxBytes} or is not text
     */
    public String text(int maxBytes) {
        try (InputStream in = open()) {
            return TextInput.decode(TextInput.bytes(in, maxBytes));
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw unusable(reason(invalid));
        }
    }

    /** Returns the name, safe to print. */
    public String shownName() {
        return Excerpt.ofBothEnds(name, MAX_NAME_LENGTH).text();
    }

    /** Returns the exception for a failure to read the file. */
    public UsageException unusable(IOException failure) {
        return unusable(reason(failure));
    }

    private UsageException unusable(String why) {
        return new UsageException(Problem.of(
                "cannot read " + what + " " + shownName(), why, "check the name and the content of the file"));
    }

    /** Returns why a file cannot be read, in a few words. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no such file" + undecodedHint(missing.getFile());
            case AccessDeniedException denied -> "permission denied";
            case CharacterCodingException coding -> "it is not text in UTF-8, or in UTF-16 with a byte order mark";
            case FileSystemException detailed when detailed.getReason() != null -> detailed.getReason();
            default -> Optional.ofNullable(failure.getMessage()).orElse("it cannot be read");
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
