package io.github.devicebatch.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies, also into what is small here and enormous there. */
final class Gzip {

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
