package io.github.devicebatch.cli.message;

/** A word as it is typed in a shell. */
public final class ShellQuoting {

    private static final String HARMLESS = "[A-Za-z0-9_./:=@%+,-]+";

    private ShellQuoting() {}

    /** Quotes {@code word} where a POSIX shell would take any of it for more than a letter. */
    public static String of(String word) {
        return word.matches(HARMLESS) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
