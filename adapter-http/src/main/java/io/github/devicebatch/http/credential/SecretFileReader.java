package io.github.devicebatch.http.credential;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.file.FileErrors;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reader of small files with secrets. Its messages contain nothing of what a file holds. */
public final class SecretFileReader {

    static final int MAX_BYTES = 64 << 10;

    private SecretFileReader() {}

    /**
     * Reads a whole file.
     *
     * @throws IOException if the file can't be read or is longer than 64 KiB
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return TextInput.bytes(input, MAX_BYTES);
        } catch (TextInput.TooLongException tooLong) {
            throw FileErrors.of(file, requireNonNull(tooLong.getMessage()), tooLong);
        } catch (NoSuchFileException missing) {
            throw FileErrors.of(file, FileErrors.MISSING, missing);
        }
    }

    /**
     * Reads a text without the byte order mark and the white space around it.
     *
     * @throws IOException if the file can't be read, is longer than 64 KiB or is not text in its {@link TextInput encoding}
     */
    public static String line(Path file) throws IOException {
        return line(file, bytes(file));
    }

    static String line(Path file, byte[] bytes) throws IOException {
        try {
            return TextInput.strip(TextInput.decode(bytes));
        } catch (CharacterCodingException notText) {
            throw FileErrors.of(file, "it is not text in UTF-8", notText);
        }
    }
}
