package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.devicebatch.testkit.transport.ReplyEncoder;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes that stand for a response, whatever they are; then the connection is closed. Immutable. */
final class RawReply extends WholeReply {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?![0-9])");

    private final byte[] bytes;

    RawReply(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public ReplyEncoder.Wire wire(List<Header> service, boolean withBody) {
        return ReplyEncoder.Wire.of(new byte[0], bytes);
    }

    @Override
    public OptionalInt statusSent() {
        Matcher line = STATUS_LINE.matcher(new String(bytes, 0, Math.min(bytes.length, 16), ISO_8859_1));
        return line.lookingAt() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    }

    @Override
    public boolean keepsConnection() {
        return false;
    }

    @Override
    public String toString() {
        return bytes.length + " bytes as they are";
    }
}
