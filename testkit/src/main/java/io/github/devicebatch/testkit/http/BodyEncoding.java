package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The chunked transfer coding of HTTP/1.1 (RFC 9112, section 7.1) and the gzip content coding. */
final class BodyEncoding {

    /** The last chunk, of size zero, and an empty trailer section. */
    static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(ISO_8859_1);

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final int PADDING_MEMBER = 16 * 1_024 * 1_024;

    private BodyEncoding() {}

    /** Returns a body in chunks of {@code size} bytes and the last chunk. */
    static byte[] chunked(byte[] body, int size) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(body.length + 64);
        for (int start = 0; start < body.length; start += size) {
            coded.writeBytes(chunk(Arrays.copyOfRange(body, start, Math.min(start + size, body.length))));
        }
        coded.writeBytes(LAST_CHUNK);
        return coded.toByteArray();
    }

    /** Returns a body in a single chunk with {@code sizeLine} in place of its size, and the last chunk. */
    static byte[] chunked(byte[] body, String sizeLine) {
        return concatenated(chunk(sizeLine, body), LAST_CHUNK);
    }

    static byte[] chunk(byte[] bytes) {
        return chunk(Integer.toHexString(bytes.length), bytes);
    }

    private static byte[] chunk(String sizeLine, byte[] bytes) {
        return concatenated((sizeLine + "\r\n").getBytes(ISO_8859_1), bytes, LINE_END);
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(1_024);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    /**
     * Returns {@code body} and {@code spaces} spaces after it. The stream has many members (RFC 1952), because a member of
     * 16 MiB of spaces is compressed once and repeated.
     */
    static byte[] gzipWithPadding(byte[] body, long spaces) {
        byte[] padding = new byte[PADDING_MEMBER];
        Arrays.fill(padding, (byte) ' ');
        byte[] member = gzip(padding);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(member.length);
        compressed.writeBytes(gzip(body));
        for (long left = spaces; left > 0; left -= PADDING_MEMBER) {
            compressed.writeBytes(left >= PADDING_MEMBER ? member : gzip(Arrays.copyOf(padding, (int) left)));
        }
        return compressed.toByteArray();
    }
}
