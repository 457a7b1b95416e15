package io.github.devicebatch.cli.message;

/** Quoting of a word for a POSIX shell. */
public final class ShellQuoting {

    private static final String LITERAL = "[A-Za-z0-9_./:=@%+,-]+";

    private ShellQuoting() {}

    /** Returns {@code word} in single quotes; as it is if the shell takes each of its characters literally. */
    public static String quote(String word) {
        return word.matches(LITERAL) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
