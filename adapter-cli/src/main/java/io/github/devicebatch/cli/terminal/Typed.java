package io.github.devicebatch.cli.terminal;

import java.util.Locale;

/** The spelling of a constant at the command line. */
public final class Typed {

    private Typed() {}

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
