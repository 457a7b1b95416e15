package io.github.devicebatch.cli.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Splitter of CSV into records that keeps their bytes. A record ends with CR LF, LF or CR outside quotes, or with the file. A field
 * is quoted if its first character other than a space is a quote, as FastCSV reads it. Not thread-safe.
 */
final class RawRecordReader implements AutoCloseable {

    /** Maximum number of bytes of a record; a hardware hash has about 4,000. */
    static final int MAX_LENGTH = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    private final CodeUnits units;
    private final Charset encoding;
    private String separators = ",;\t";
    private long nextLine = 1;

    private RawRecordReader(CodeUnits units) {
        this.units = units;
        this.encoding = units.encoding();
    }

    /** Opens a stream, which {@link #close} closes. */
    static RawRecordReader of(InputStream stream) throws IOException {
        return new RawRecordReader(CodeUnits.of(stream));
    }

    /** Sets the separator of the records that follow; until then a comma, a semicolon and a tab separate fields. */
    void separator(char separator) {
        separators = Character.toString(separator);
    }

    /**
     * Reads the next record.
     *
     * @throws TooLongException if it has more than {@link #MAX_LENGTH} bytes
     */
    Optional<RawRecord> next() throws IOException {
        units.beginRecord();
        long line = nextLine;
        State state = State.START_OF_FIELD;
        for (int unit = units.next(); unit != CodeUnits.END; unit = units.next()) {
            boolean lineEnds = unit == '\n' || unit == '\r' && units.peek() != '\n';
            if (lineEnds) {
                nextLine++;
            }
            if (lineEnds && state != State.QUOTED) {
                break;
            }
            state = next(state, unit);
            if (units.recordLength() > MAX_LENGTH) {
                throw new TooLongException(line);
            }
        }
        return units.recordLength() == 0
                ? Optional.empty()
                : Optional.of(new RawRecord(line, units.record(), encoding, state == State.QUOTED));
    }

    private State next(State state, int unit) {
        boolean isQuote = unit == '"';
        return switch (state) {
            case QUOTED -> isQuote ? State.UNQUOTED_AFTER_QUOTE : state;
            case UNQUOTED_AFTER_QUOTE -> isQuote ? State.QUOTED : isSeparator(unit) ? State.START_OF_FIELD : state;
            case UNQUOTED -> isSeparator(unit) ? State.START_OF_FIELD : state;
            case START_OF_FIELD ->
                isQuote ? State.QUOTED : isSeparator(unit) || isIgnored(unit) ? state : State.UNQUOTED;
        };
    }

    private boolean isSeparator(int unit) {
        return separators.indexOf(unit) >= 0;
    }

    /** A space before a quote, and a byte order mark. */
    private boolean isIgnored(int unit) {
        return unit == ' ' || units.recordLength() <= UTF_8_MARK.length() && isByteOrderMark(unit);
    }

    private boolean isByteOrderMark(int unit) {
        return unit == BYTE_ORDER_MARK || encoding.equals(UTF_8) && UTF_8_MARK.indexOf(unit) >= 0;
    }

    @Override
    public void close() throws IOException {
        units.close();
    }

    private enum State {
        START_OF_FIELD,
        UNQUOTED,
        QUOTED,
        UNQUOTED_AFTER_QUOTE
    }

    /** A record is too long, mostly because a quote is not closed. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long line;

        private TooLongException(long line) {
            super("line " + line + " has more than " + MAX_LENGTH + " bytes");
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /**
     * A record with its bytes.
     *
     * @param line the number of its first line, from 1
     * @param bytes the bytes, with the line end
     * @param isOpen whether the file ends within quotes
     */
    record RawRecord(long line, byte[] bytes, Charset encoding, boolean isOpen) {

        private static final String MARK = "\ufeff";

        /** Returns the text without byte order mark and line end. */
        String text() {
            String text = TextInput.decodePart(bytes, encoding);
            int end = text.length();
            while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
            return text.substring(text.startsWith(MARK) ? 1 : 0, end);
        }
    }
}
