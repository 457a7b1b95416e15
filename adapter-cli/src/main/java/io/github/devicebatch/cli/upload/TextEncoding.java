package io.github.devicebatch.cli.upload;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;

/**
 * Encoding of a text file, known from its first bytes. In {@link #BYTES} each line is UTF-8 if it is valid UTF-8, else
 * Windows-1252, the "ANSI" of Western systems. Commas, quotes and line ends are the same bytes in all encodings that extend ASCII.
 */
enum TextEncoding {
    /** UTF-8 or an 8-bit encoding. */
    BYTES(1),
    UTF_16_LITTLE_ENDIAN(2),
    UTF_16_BIG_ENDIAN(2);

    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final HexFormat HEX = HexFormat.of();

    private final int unitLength;

    TextEncoding(int unitLength) {
        this.unitLength = unitLength;
    }

    /** Returns the encoding of a text that begins with {@code start}: by its byte order mark, else by a zero byte. */
    static TextEncoding of(byte[] start) {
        String hex = HEX.formatHex(start, 0, Math.min(2, start.length));
        if (hex.equals("fffe") || hex.matches("(?!00)..00")) {
            return UTF_16_LITTLE_ENDIAN;
        }
        return hex.equals("feff") || hex.matches("00(?!00)..") ? UTF_16_BIG_ENDIAN : BYTES;
    }

    /** Returns the number of bytes of a code unit. */
    int unitLength() {
        return unitLength;
    }

    /** Returns the code unit with these bytes. */
    int unit(int first, int second) {
        return switch (this) {
            case BYTES -> first;
            case UTF_16_LITTLE_ENDIAN -> second << Byte.SIZE | first;
            case UTF_16_BIG_ENDIAN -> first << Byte.SIZE | second;
        };
    }

    /** Returns the text of a line; what is not text becomes the replacement character. */
    String decode(byte[] line) {
        return switch (this) {
            case BYTES -> decodeBytes(line);
            case UTF_16_LITTLE_ENDIAN -> new String(line, UTF_16LE);
            case UTF_16_BIG_ENDIAN -> new String(line, UTF_16BE);
        };
    }

    private static String decodeBytes(byte[] line) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(line, ANSI);
        }
    }
}
