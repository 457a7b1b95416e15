package io.github.devicebatch.cli.upload;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Code units of a text file, one after another, with the bytes of the record that they belong to: 16 bits in UTF-16, otherwise single
 * bytes. Commas, quotes and line ends are the same bytes in UTF-8 and in all encodings that extend ASCII. Not thread-safe.
 */
final class CodeUnits implements AutoCloseable {

    /** No further code unit. */
    static final int END = -1;

    private static final int BUFFER_SIZE = 1 << 16;
    private static final int BYTE_MASK = 0xFF;

    /** Number of bytes from which the encoding is known. */
    private static final int BEGINNING = 4;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    private int limit;
    private byte[] record = new byte[BUFFER_SIZE];
    private int recordLength;
    private final Charset encoding;
    private final int unitLength;

    private CodeUnits(InputStream in) throws IOException {
        this.in = in;
        fill();
        this.encoding = TextInput.encoding(Arrays.copyOf(buffer, Math.min(limit, BEGINNING)));
        this.unitLength = encoding.equals(UTF_8) ? 1 : 2;
    }

    /** Reads from a stream, which {@link #close} closes. */
    static CodeUnits of(InputStream in) throws IOException {
        return new CodeUnits(in);
    }

    Charset encoding() {
        return encoding;
    }

    /** Begins a new record with the next code unit. */
    void beginRecord() {
        recordLength = 0;
    }

    int recordLength() {
        return recordLength;
    }

    /** Returns the bytes of the record. */
    byte[] record() {
        return Arrays.copyOf(record, recordLength);
    }

    /** Reads a code unit, or {@link #END}. An incomplete code unit at the end becomes part of the record. */
    int next() throws IOException {
        int unit = peek();
        int length = Math.min(unitLength, limit - position);
        if (recordLength + length > record.length) {
            record = Arrays.copyOf(record, 2 * record.length);
        }
        for (int count = 0; count < length; count++) {
            record[recordLength++] = buffer[position++];
        }
        return unit;
    }

    /** Returns the next code unit without reading it, or {@link #END}. */
    int peek() throws IOException {
        if (limit - position < unitLength) {
            fill();
        }
        if (limit - position < unitLength) {
            return END;
        }
        int first = buffer[position] & BYTE_MASK;
        return unitLength == 1 ? first : unit(first, buffer[position + 1] & BYTE_MASK);
    }

    private int unit(int first, int second) {
        return encoding.equals(UTF_16LE) ? second << Byte.SIZE | first : first << Byte.SIZE | second;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        limit += Math.max(0, in.readNBytes(buffer, limit, buffer.length - limit));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
