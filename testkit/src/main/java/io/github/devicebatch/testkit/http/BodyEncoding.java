package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.devicebatch.testkit.transport.ReplyEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Writes the chunked coding of HTTP/1.1. */
final class BodyEncoding {

    /** The chunk of no bytes that ends a body, and the end of the trailers that are not there. */
    static final byte[] LAST = "0\r\n\r\n".getBytes(ISO_8859_1);

    private static final byte[] LINE_END = {'\r', '\n'};

    private BodyEncoding() {}

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
        return ReplyEncoder.Wire.joined(chunk(sizeLine, body), LAST);
    }

    static byte[] chunk(byte[] bytes) {
        return chunk(Integer.toHexString(bytes.length), bytes);
    }

    private static byte[] chunk(String sizeLine, byte[] bytes) {
        return ReplyEncoder.Wire.joined(
                ReplyEncoder.Wire.joined((sizeLine + "\r\n").getBytes(ISO_8859_1), bytes), LINE_END);
    }

    /** Compresses bodies, also into what is small here and enormous there. */
    static final class Gzip {

        private static final int MEMBER = 16 * 1_024 * 1_024;

        private Gzip() {}

        static byte[] of(byte[] body) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(1_024);
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(body);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return compressed.toByteArray();
        }

        /** Gives {@code body} and then {@code spaces} spaces: members of one stream, because one of 16 MiB is soon made. */
        static byte[] bomb(byte[] body, long spaces) {
            byte[] padding = new byte[MEMBER];
            Arrays.fill(padding, (byte) ' ');
            byte[] member = of(padding);
            ByteArrayOutputStream bomb = new ByteArrayOutputStream(member.length);
            bomb.writeBytes(of(body));
            for (long left = spaces; left > 0; left -= MEMBER) {
                bomb.writeBytes(left >= MEMBER ? member : of(Arrays.copyOf(padding, (int) left)));
            }
            return bomb.toByteArray();
        }
    }
}
