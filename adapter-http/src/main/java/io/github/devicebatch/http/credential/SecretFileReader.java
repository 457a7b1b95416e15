package io.github.devicebatch.http.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small files that somebody else keeps, such as a client secret. What they contain is in no message. */
public final class SecretFileReader {

    static final int LONGEST = 64 << 10;

    private SecretFileReader() {}

    /**
     * Reads a file whole.
     *
     * @throws IOException if it can't be read or is longer than any secret
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new FileSystemException(file.toString(), null, "it is longer than " + LONGEST + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new FileSystemException(file.toString(), null, "there is no such file");
        }
    }

    /** Reads a text in one line; the line break that ends a file is no part of it. */
    public static String line(Path file) throws IOException {
        return line(file, bytes(file));
    }

    static String line(Path file, byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replaceFirst("\\r?\\n\\z", "");
        } catch (CharacterCodingException notText) {
            throw new FileSystemException(file.toString(), null, "it is not text in UTF-8");
        }
    }
}
