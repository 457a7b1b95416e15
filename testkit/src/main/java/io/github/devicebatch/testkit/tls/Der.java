package io.github.devicebatch.testkit.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.transport.ReplyEncoder;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Stream;

/** Writes the distinguished encoding rules of ASN.1, as much of them as a certificate needs. */
public final class Der {

    private static final Instant LONG_YEARS = Instant.parse("2050-01-01T00:00:00Z");
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    public static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, parts);
    }

    /** Wraps {@code parts} in the context's own tag of that number. */
    static byte[] explicit(int number, byte[]... parts) {
        return tagged(0xA0 | number, parts);
    }

    /** Puts the context's own tag of that number in the place of a primitive type's. */
    public static byte[] implicit(int number, byte[] content) {
        return tagged(0x80 | number, content);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xFF});
    }

    static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    /** Writes a bit string of whole bytes. */
    static byte[] bits(byte[] content) {
        return tagged(0x03, new byte[] {0}, content);
    }

    static byte[] text(String text) {
        return tagged(0x0C, text.getBytes(UTF_8));
    }

    /** Writes a moment as certificates do: with two digits for the year before 2050, and with four from then on. */
    static byte[] time(Instant moment) {
        return moment.isBefore(LONG_YEARS)
                ? tagged(0x17, UTC_TIME.format(moment).getBytes(US_ASCII))
                : tagged(0x18, GENERALIZED_TIME.format(moment).getBytes(US_ASCII));
    }

    /** Writes an object identifier, such as {@code 2.5.4.3}. */
    static byte[] identifier(String dotted) {
        long[] numbers =
                Stream.of(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(inSevens(numbers[0] * 40 + numbers[1]));
        for (int index = 2; index < numbers.length; index++) {
            content.writeBytes(inSevens(numbers[index]));
        }
        return tagged(0x06, content.toByteArray());
    }

    /** Writes seven bits a byte; the eighth says that there is more to come. */
    private static byte[] inSevens(long number) {
        int length = Math.max(1, (70 - Long.numberOfLeadingZeros(number)) / 7);
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++) {
            long seven = number >> 7 * (length - 1 - index) & 0x7F;
            bytes[index] = (byte) (index < length - 1 ? seven | 0x80 : seven);
        }
        return bytes;
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Stream.of(parts).forEach(content::writeBytes);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(content.size() + 6);
        encoded.write(tag);
        encoded.writeBytes(length(content.size()));
        encoded.writeBytes(content.toByteArray());
        return encoded.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        byte[] digits = BigInteger.valueOf(length).toByteArray();
        byte[] unsigned = digits[0] == 0 ? Arrays.copyOfRange(digits, 1, digits.length) : digits;
        return ReplyEncoder.Wire.joined(new byte[] {(byte) (0x80 | unsigned.length)}, unsigned);
    }
}
