package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes that stand for a response, whatever they are; then the connection is closed. Immutable. */
final class RawReply extends Response {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?![0-9])");

    private final byte[] bytes;

    RawReply(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    Wire wire(List<Header> service, boolean withBody) {
        return Wire.of(new byte[0], bytes);
    }

    @Override
    OptionalInt statusSent() {
        Matcher line = STATUS_LINE.matcher(new String(bytes, 0, Math.min(bytes.length, 16), ISO_8859_1));
        return line.lookingAt() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    }

    @Override
    boolean keepsConnection() {
        return false;
    }

    @Override
    public String toString() {
        return bytes.length + " bytes as they are";
    }
}
