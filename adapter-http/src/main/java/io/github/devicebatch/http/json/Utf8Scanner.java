package io.github.devicebatch.http.json;

import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.nio.charset.StandardCharsets;

/**
 * Scanner of JSON tokens in a UTF-8 byte array: RFC 8259, sections 2, 3, 6 and 7, and RFC 3629. Not thread-safe.
 *
 * <p>A malformed token causes a {@link JsonParsingException} that quotes nothing of the document.
 */
final class Utf8Scanner {

    /** Result of {@link #peek} at the end of the array. */
    static final int END = -1;

    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private final byte[] json;
    private int position;
    private int from;
    private int to;
    private boolean plain;

    Utf8Scanner(byte[] json, int start) {
        this.json = json;
        this.position = start;
    }

    /** Skips white space and returns the byte behind it, or {@link #END}. The position is then before that byte. */
    int peek() {
        while (position < json.length) {
            byte next = json[position];
            if (next > ' ' || next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next & 0xFF;
            }
            position++;
        }
        return END;
    }

    /** Skips the byte that {@link #peek} returned. */
    void skip() {
        position++;
    }

    /** Returns the start of the last string or number, without the quote. */
    int from() {
        return from;
    }

    /** Returns the end of the last string or number, exclusive, without the quote. */
    int to() {
        return to;
    }

    /** Returns whether the last string or number consists of ASCII characters without escapes. */
    boolean isPlain() {
        return plain;
    }

    /** Reads a string. The position must be before its opening quote. */
    void string() {
        int index = ++position;
        from = index;
        byte[] bytes = json;
        while (index < bytes.length && bytes[index] >= ' ' && bytes[index] != '"' && bytes[index] != '\\') {
            index++;
        }
        position = index;
        plain = index < bytes.length && bytes[index] == '"';
        if (!plain) {
            restOfString();
        }
        to = position++;
    }

    private void restOfString() {
        for (int next = at(position); next != '"'; next = at(position)) {
            if (next == '\\') {
                position += escapeLength();
            } else if (next > 0x7F) {
                position += characterLength(next);
            } else if (next < ' ') {
                throw malformed();
            } else {
                position++;
            }
        }
    }

    private int escapeLength() {
        int escaped = at(position + 1);
        if (escaped == 'u') {
            for (int digit = 0; digit < HEX_DIGITS; digit++) {
                require(Character.digit(at(position + 2 + digit), 16) >= 0);
            }
            return 2 + HEX_DIGITS;
        }
        require(ESCAPES.indexOf(escaped) >= 0);
        return 2;
    }

    /** Checks a character outside ASCII at the position, and returns its number of bytes: RFC 3629, section 4. */
    private int characterLength(int first) {
        int second = at(position + 1);
        if (isIn(first, 0xC2, 0xDF)) {
            require(isIn(second, 0x80, 0xBF));
            return 2;
        }
        require(isIn(first, 0xE0, 0xF4));
        int min = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int max = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        require(isIn(second, min, max) && isIn(at(position + 2), 0x80, 0xBF));
        if (first < 0xF0) {
            return 3;
        }
        require(isIn(at(position + 3), 0x80, 0xBF));
        return 4;
    }

    /** Reads a number. The position must be before its first character. */
    void number() {
        from = position;
        plain = true;
        skipIf('-', '-');
        if (!skipIf('0', '0')) {
            digits();
        }
        if (skipIf('.', '.')) {
            digits();
        }
        if (skipIf('e', 'E')) {
            skipIf('+', '-');
            digits();
        }
        to = position;
    }

    private boolean skipIf(char one, char other) {
        int next = at(position);
        boolean matches = next == one || next == other;
        if (matches) {
            position++;
        }
        return matches;
    }

    private void digits() {
        int start = position;
        while (isIn(at(position), '0', '9')) {
            position++;
        }
        require(position > start);
    }

    /** Reads {@code text}, which is {@code true}, {@code false} or {@code null}. */
    void literal(String text) {
        for (int index = 0; index < text.length(); index++) {
            require(at(position) == text.charAt(index));
            position++;
        }
    }

    /** Returns the last string, with its escapes resolved, or the last number as it is written. */
    String text() {
        String raw = new String(json, from, to - from, StandardCharsets.UTF_8);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int index = 0;
        while (index < raw.length()) {
            char next = raw.charAt(index++);
            if (next != '\\') {
                text.append(next);
                continue;
            }
            char escaped = raw.charAt(index++);
            if (escaped == 'u') {
                text.append((char) Integer.parseInt(raw, index, index + HEX_DIGITS, 16));
                index += HEX_DIGITS;
            } else {
                text.append(ESCAPED.charAt(ESCAPES.indexOf(escaped)));
            }
        }
        return text.toString();
    }

    private int at(int index) {
        return index < json.length ? json[index] & 0xFF : END;
    }

    private static boolean isIn(int value, int min, int max) {
        return value >= min && value <= max;
    }

    private void require(boolean wellFormed) {
        if (!wellFormed) {
            throw malformed();
        }
    }

    JsonParsingException malformed() {
        return new JsonParsingException("not JSON in UTF-8", location());
    }

    /** Returns the position as an offset in bytes. Lines and columns are not counted. */
    JsonLocation location() {
        return new ByteOffset(position);
    }

    private record ByteOffset(long getStreamOffset) implements JsonLocation {

        @Override
        public long getLineNumber() {
            return -1;
        }

        @Override
        public long getColumnNumber() {
            return -1;
        }
    }
}
