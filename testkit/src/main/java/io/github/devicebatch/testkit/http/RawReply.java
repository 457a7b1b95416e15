package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arbitrary bytes in place of an HTTP response; the connection is closed after them. Immutable. */
public final class RawReply extends WholeReply {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?![0-9])");

    private final byte[] bytes;

    RawReply(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public OptionalInt sentStatus() {
        Matcher line = STATUS_LINE.matcher(new String(bytes, 0, Math.min(bytes.length, 16), ISO_8859_1));
        return line.lookingAt() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    }

    @Override
    public boolean keepsConnection() {
        return false;
    }

    /** Returns the number of bytes. */
    @Override
    public String toString() {
        return bytes.length + " raw bytes";
    }
}
