package io.github.devicebatch.http.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text from outside: its encoding, its size limit, and the white space around it.
 *
 * <p>The encoding is that of the byte order mark: UTF-8, UTF-16LE or UTF-16BE. Without a mark it is UTF-16 if every second one of
 * the first four bytes is zero, and otherwise UTF-8. Only {@link #decodePart} also reads Windows-1252, the "ANSI" of Western systems.
 */
public final class TextInput {

    private static final int BEGINNING = 4;
    private static final char NEXT_LINE = '\u0085';
    private static final Charset ANSI = Charset.forName("windows-1252");

    private TextInput() {}

    /**
     * Returns {@code text} without what surrounds it: white space of any Unicode kind, byte order marks, and format characters such
     * as those for the direction of writing.
     */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSurrounding(text.charAt(start))) {
            start++;
        }
        while (end > start && isSurrounding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSurrounding(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == NEXT_LINE
                || Character.getType(character) == Character.FORMAT;
    }

    /**
     * Returns all bytes of {@code in}.
     *
     * @throws TooLongException if there are more than {@code maxBytes}
     */
    public static byte[] bytes(InputStream in, int maxBytes) throws IOException {
        byte[] bytes = in.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new TooLongException(maxBytes);
        }
        return bytes;
    }

    /**
     * Returns the text of {@code bytes}, without a byte order mark.
     *
     * @throws CharacterCodingException if they are not text in their encoding
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        Encoding encoding = Encoding.of(bytes);
        return encoding.charset
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, encoding.markLength, bytes.length - encoding.markLength))
                .toString();
    }

    /**
     * Returns the encoding of a text: UTF-8, UTF-16LE or UTF-16BE.
     *
     * @param beginning the first four bytes or more, or all if there are fewer
     */
    public static Charset encoding(byte[] beginning) {
        return Encoding.of(beginning).charset;
    }

    /**
     * Returns a part of a text, such as a line, with its byte order mark if it has one. A part of a text in UTF-8 that is not valid
     * UTF-8 is read as Windows-1252, because files exist whose encoding is nowhere declared. What is not text in UTF-16 is read as
     * U+FFFD.
     *
     * @param encoding the encoding of the whole text
     */
    public static String decodePart(byte[] part, Charset encoding) {
        if (!encoding.equals(StandardCharsets.UTF_8)) {
            return new String(part, encoding);
        }
        try {
            return encoding.newDecoder().decode(ByteBuffer.wrap(part)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(part, ANSI);
        }
    }

    /** Returns text in UTF-16 as UTF-8, and any other bytes unchanged: for formats that are ASCII or binary. */
    public static byte[] utf8(byte[] bytes) throws CharacterCodingException {
        return Encoding.of(bytes).charset.equals(StandardCharsets.UTF_8)
                ? bytes
                : decode(bytes).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a reader without the byte order mark. What is not text in the encoding is read as U+FFFD. The reader throws
     * {@link TooLongException} behind {@code maxBytes} bytes.
     */
    public static Reader reader(InputStream in, long maxBytes) throws IOException {
        PushbackInputStream input = new PushbackInputStream(new BoundedInputStream(in, maxBytes), BEGINNING);
        byte[] beginning = input.readNBytes(BEGINNING);
        Encoding encoding = Encoding.of(beginning);
        input.unread(beginning, encoding.markLength, beginning.length - encoding.markLength);
        return new InputStreamReader(input, encoding.charset);
    }

    /** Encoding of a text. */
    private record Encoding(Charset charset, int markLength) {

        private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        private static final byte[] UTF_16_LE_MARK = {(byte) 0xFF, (byte) 0xFE};
        private static final byte[] UTF_16_BE_MARK = {(byte) 0xFE, (byte) 0xFF};

        static Encoding of(byte[] beginning) {
            if (startsWith(UTF_8_MARK, beginning)) {
                return new Encoding(StandardCharsets.UTF_8, UTF_8_MARK.length);
            }
            if (startsWith(UTF_16_LE_MARK, beginning)) {
                return new Encoding(StandardCharsets.UTF_16LE, UTF_16_LE_MARK.length);
            }
            if (startsWith(UTF_16_BE_MARK, beginning)) {
                return new Encoding(StandardCharsets.UTF_16BE, UTF_16_BE_MARK.length);
            }
            return new Encoding(unmarked(beginning), 0);
        }

        private static boolean startsWith(byte[] mark, byte[] bytes) {
            return bytes.length >= mark.length && Arrays.equals(mark, 0, mark.length, bytes, 0, mark.length);
        }

        /** No text in UTF-8 has a zero byte, and every ASCII character has one in UTF-16. */
        private static Charset unmarked(byte[] bytes) {
            if (bytes.length < BEGINNING || (bytes[0] == 0) == (bytes[1] == 0)) {
                return StandardCharsets.UTF_8;
            }
            boolean bigEndian = bytes[0] == 0;
            boolean alternates = (bytes[2] == 0) == bigEndian && (bytes[3] == 0) != bigEndian;
            return !alternates
                    ? StandardCharsets.UTF_8
                    : bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
    }

    /** Input that is longer than its limit. */
    public static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException(long maxBytes) {
            super("it is longer than " + maxBytes + " bytes");
        }
    }

    /** Stream that ends with an exception behind a number of bytes. */
    private static final class BoundedInputStream extends InputStream {

        private final InputStream in;
        private final long maxBytes;
        private long left;

        BoundedInputStream(InputStream in, long maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            return counted(in.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            return counted(count, count);
        }

        private int counted(int result, int count) throws IOException {
            if (result >= 0) {
                left -= count;
            }
            if (left < 0) {
                throw new TooLongException(maxBytes);
            }
            return result;
        }
    }
}
