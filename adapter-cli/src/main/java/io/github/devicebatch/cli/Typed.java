package io.github.devicebatch.cli;

import java.util.Locale;

/** The spelling of a constant at the command line. */
final class Typed {

    private Typed() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
