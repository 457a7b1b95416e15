package io.github.devicebatch.cli.input;

import io.github.devicebatch.http.text.TextInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reader of a list with one reference per line; blank lines and lines that begin with {@code #} are ignored. */
final class LineReferences {

    private final Reader reader;
    private long line;
    private boolean afterCarriageReturn;

    private LineReferences(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    static void read(Reader reader, ReferenceList.Receiver receiver) throws IOException {
        LineReferences lines = new LineReferences(reader);
        boolean isFirst = true;
        for (String text = lines.next(); text != null; text = lines.next()) {
            if (ReferenceList.isSignificant(text)) {
                boolean isHeader = isFirst && ListColumn.isName(text);
                if (!isHeader) {
                    receiver.reference(text, lines.line);
                }
                isFirst = false;
            }
        }
    }

    /** Returns the next line without what surrounds it; null at the end. */
    private @Nullable String next() throws IOException {
        StringBuilder text = new StringBuilder();
        int character = reader.read();
        if (afterCarriageReturn && character == '\n') {
            character = reader.read();
        }
        if (character < 0) {
            return null;
        }
        line++;
        while (character >= 0 && character != '\n' && character != '\r') {
            if (text.length() == ReferenceList.MAX_LENGTH) {
                throw new ListFormatException("line " + line + " is longer than " + ReferenceList.MAX_LENGTH
                        + " characters; give one reference per line");
            }
            text.append((char) character);
            character = reader.read();
        }
        afterCarriageReturn = character == '\r';
        return TextInput.strip(text.toString());
    }
}
