package io.github.devicebatch.cli.terminal;

import picocli.CommandLine.Help.Ansi.Style;

/** Text styling: none, or ANSI escape sequences. */
public enum TextStyle {
    PLAIN,
    ANSI;

    /** Returns {@code text} in {@code style}, with a reset after it. */
    public String apply(Style style, String text) {
        return switch (this) {
            case PLAIN -> text;
            case ANSI -> style.on() + text + Style.reset.on();
        };
    }

    public String bold(String text) {
        return apply(Style.bold, text);
    }

    public String faint(String text) {
        return apply(Style.faint, text);
    }
}
