package io.github.devicebatch.http.credential;

import java.nio.ByteBuffer;

/** Escapes of JSON strings in a body of bytes, resolved without regard to the structure of the document. */
final class JsonEscapes {

    private static final String SHORT = "bfnrt";
    private static final String SHORT_MEANING = "\b\f\n\r\t";
    private static final byte NOT_ASCII = (byte) 0xFF;
    private static final int HEX_DIGITS = 4;

    private JsonEscapes() {}

    /**
     * Returns the bytes with their escapes resolved; {@code body} itself if it has none. An escaped character outside ASCII
     * becomes a byte that occurs in no UTF-8. What is no escape stays as it is. Linear in the length of the body.
     */
    static ByteBuffer resolved(byte[] body) {
        int first = 0;
        while (first < body.length && body[first] != '\\') {
            first++;
        }
        if (first == body.length) {
            return ByteBuffer.wrap(body);
        }
        ByteBuffer resolved = ByteBuffer.allocate(body.length).put(body, 0, first);
        for (int index = first; index < body.length; ) {
            index = body[index] == '\\' && index + 1 < body.length
                    ? escape(body, index + 1, resolved)
                    : literal(body, index, resolved);
        }
        return resolved.flip();
    }

    private static int literal(byte[] body, int index, ByteBuffer resolved) {
        resolved.put(body[index]);
        return index + 1;
    }

    /** Puts the character of the escape whose letter is at {@code index}. Returns the index behind the escape. */
    private static int escape(byte[] body, int index, ByteBuffer resolved) {
        if (body[index] == 'u' && index + HEX_DIGITS < body.length) {
            int code = hexadecimal(body, index + 1);
            if (code >= 0) {
                resolved.put(code < 0x80 ? (byte) code : NOT_ASCII);
                return index + 1 + HEX_DIGITS;
            }
        }
        int which = SHORT.indexOf(body[index]);
        resolved.put(which < 0 ? body[index] : (byte) SHORT_MEANING.charAt(which));
        return index + 1;
    }

    /** Returns the number in four digits, or -1. */
    private static int hexadecimal(byte[] body, int start) {
        int code = 0;
        for (int index = start; index < start + HEX_DIGITS; index++) {
            int digit = Character.digit(body[index], 16);
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }
}
