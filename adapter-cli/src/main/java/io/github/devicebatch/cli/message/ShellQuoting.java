package io.github.devicebatch.cli.message;

import io.github.devicebatch.cli.terminal.Shell;

/** Quoting of a word for the shell of this system. */
public final class ShellQuoting {

    private ShellQuoting() {}

    /** Returns {@code word} in quotes; as it is if the shell takes each of its characters literally. */
    public static String quote(String word) {
        return Shell.ofThisSystem().quote(word);
    }
}
