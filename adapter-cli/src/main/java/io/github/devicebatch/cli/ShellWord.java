package io.github.devicebatch.cli;

/** A word as it is typed in a shell. */
final class ShellWord {

    private static final String HARMLESS = "[A-Za-z0-9_./:=@%+,-]+";

    private ShellWord() {}

    /** Quotes {@code word} where a POSIX shell would take any of it for more than a letter. */
    static String of(String word) {
        return word.matches(HARMLESS) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
