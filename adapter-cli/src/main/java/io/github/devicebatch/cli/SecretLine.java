package io.github.devicebatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The one line that a secret is, as it comes out of a file, a pipe or a command. */
final class SecretLine {

    private static final int LONGEST = 65_536;

    /** What editors and shells put around the text of a file: a byte order mark, and the end of the line. */
    private static final String AROUND = "\\A\\x{feff}|\\R\\z";

    private SecretLine() {}

    /**
     * Reads the line; whatever is more than a line is the caller's to refuse.
     *
     * @param what what it is, in a word
     * @throws IllegalArgumentException if it is longer than any such
     */
    static String read(InputStream in, String what) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("it is longer than any " + what);
        }
        return new String(bytes, StandardCharsets.UTF_8).replaceAll(AROUND, "");
    }
}
