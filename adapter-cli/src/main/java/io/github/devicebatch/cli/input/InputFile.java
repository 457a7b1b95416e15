package io.github.devicebatch.cli.input;

import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * File that the user names.
 *
 * @param what what it is, for messages
 * @param name its name as given
 */
public record InputFile(String what, String name) {

    private static final int MAX_NAME_LENGTH = 300;

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
            throw unusable(FileFailure.reason(invalid));
        }
    }

    /** Returns the name, safe to print. */
    public String shownName() {
        return Excerpt.ofBothEnds(name, MAX_NAME_LENGTH).text();
    }

    /** Returns the exception for a failure to read the file. */
    public UsageException unusable(IOException failure) {
        return unusable(FileFailure.reason(failure));
    }

    private UsageException unusable(String why) {
        return new UsageException(Problem.of(
                "cannot read " + what + " " + shownName(), why, "check the name and the content of the file"));
    }
}
