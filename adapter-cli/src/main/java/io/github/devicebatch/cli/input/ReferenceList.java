package io.github.devicebatch.cli.input;

import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Optional;

/**
 * List of batch references as people keep it: lines, comma-, semicolon- or tab-separated values with or without a header, or the
 * JSON and JSON lines of this command.
 */
public final class ReferenceList {

    /** Maximum number of characters of a line, a cell, or a text in JSON. */
    static final int MAX_LENGTH = 65_536;

    private static final long MAX_BYTES = 256L << 20;

    private ReferenceList() {}

    /** Receiver of what a list contains. */
    public interface Receiver {

        /**
         * Takes a reference.
         *
         * @param text {@code customer/tracking}, a location, or a bare tracking id
         * @param line the line, counted from 1
         */
        void reference(String text, long line);

        /** Takes a line without a reference that was taken for a header. */
        void unknownHeader(String text, long line);
    }

    /**
     * Reads a whole list.
     *
     * @throws IOException if it cannot be read, is too long, or is not in its format; the message is for users
     */
    public static void read(InputStream in, Receiver receiver) throws IOException {
        read(in, MAX_BYTES, receiver);
    }

    static void read(InputStream in, long maxBytes, Receiver receiver) throws IOException {
        PushbackReader reader = new PushbackReader(TextInput.reader(in, maxBytes), MAX_LENGTH);
        String beginning = beginning(reader);
        // Zeros from the beginning on, as of a device, are a line that is too long.
        if (beginning.indexOf('\0') > 0) {
            throw new ListFormatException("it is not text; save a workbook as CSV");
        }
        if (isJson(beginning)) {
            JsonReferences.read(reader, receiver);
            return;
        }
        Optional<Character> separator = SeparatedReferences.separator(beginning);
        if (separator.isPresent()) {
            SeparatedReferences.read(reader, separator.get(), receiver);
        } else {
            LineReferences.read(reader, receiver);
        }
    }

    /** Returns the first characters, which stay to be read. */
    private static String beginning(PushbackReader reader) throws IOException {
        char[] characters = new char[MAX_LENGTH];
        int length = 0;
        int count = 0;
        while (count >= 0 && length < characters.length) {
            length += count;
            count = read(reader, characters, length);
        }
        reader.unread(characters, 0, length);
        return new String(characters, 0, length);
    }

    private static int read(Reader reader, char[] characters, int start) throws IOException {
        return reader.read(characters, start, characters.length - start);
    }

    private static boolean isJson(String beginning) {
        String text = TextInput.strip(beginning);
        return text.startsWith("{") || text.startsWith("[");
    }

    static boolean isSignificant(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }
}
