package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes the chunked coding of HTTP/1.1. */
final class Chunks {

    /** The chunk of no bytes that ends a body, and the end of the trailers that are not there. */
    static final byte[] LAST = "0\r\n\r\n".getBytes(ISO_8859_1);

    private static final byte[] LINE_END = {'\r', '\n'};

    private Chunks() {}

    /** Codes a body whole, in chunks of {@code size} bytes, the last of which may be shorter. */
    static byte[] of(byte[] body, int size) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(body.length + 64);
        for (int start = 0; start < body.length; start += size) {
            coded.writeBytes(chunk(Arrays.copyOfRange(body, start, Math.min(start + size, body.length))));
        }
        coded.writeBytes(LAST);
        return coded.toByteArray();
    }

    /** Codes a body as a single chunk, whose size line is {@code sizeLine}, and the last chunk. */
    static byte[] claiming(String sizeLine, byte[] body) {
        return Wire.joined(chunk(sizeLine, body), LAST);
    }

    static byte[] chunk(byte[] bytes) {
        return chunk(Integer.toHexString(bytes.length), bytes);
    }

    private static byte[] chunk(String sizeLine, byte[] bytes) {
        return Wire.joined(Wire.joined((sizeLine + "\r\n").getBytes(ISO_8859_1), bytes), LINE_END);
    }
}
