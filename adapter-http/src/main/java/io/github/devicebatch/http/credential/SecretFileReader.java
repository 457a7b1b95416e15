package io.github.devicebatch.http.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reader of small files with secrets. Its messages contain nothing of what a file holds. */
public final class SecretFileReader {

    static final int MAX_BYTES = 64 << 10;

    /** What editors and shells add to a text: a byte order mark before it, one line break after it. */
    private static final String ADDED = "\\A\\x{feff}|\\R\\z";

    private SecretFileReader() {}

    /**
     * Reads a whole file.
     *
     * @throws IOException if the file can't be read or is longer than 64 KiB
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw FileErrors.of(file, "it is longer than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw FileErrors.of(file, FileErrors.MISSING);
        }
    }

    /**
     * Reads a text without a byte order mark before it and one line break after it. Other white space is kept: a password may
     * have it, and a token with it is an error.
     *
     * @throws IOException if the file can't be read, is longer than 64 KiB or is not text in UTF-8
     */
    public static String line(Path file) throws IOException {
        return line(file, bytes(file));
    }

    static String line(Path file, byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replaceAll(ADDED, "");
        } catch (CharacterCodingException notText) {
            throw FileErrors.of(file, "it is not text in UTF-8");
        }
    }
}
