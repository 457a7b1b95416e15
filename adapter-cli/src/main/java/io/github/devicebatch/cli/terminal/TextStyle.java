package io.github.devicebatch.cli.terminal;

/** How words are set off: not at all, or with the escape sequences of a terminal. */
public enum TextStyle {
    PLAIN,
    ANSI;

    private static final int BOLD = 1;
    private static final int FAINT = 2;
    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final int YELLOW = 33;

    public String in(Tone tone, String text) {
        return switch (tone) {
            case GOOD -> set(GREEN, text);
            case OPEN -> set(YELLOW, text);
            case BAD -> set(RED, text);
        };
    }

    public String bold(String text) {
        return set(BOLD, text);
    }

    public String faint(String text) {
        return set(FAINT, text);
    }

    private String set(int rendition, String text) {
        return switch (this) {
            case PLAIN -> text;
            case ANSI -> "\u001b[" + rendition + "m" + text + "\u001b[0m";
        };
    }
}
