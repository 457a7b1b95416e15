package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchOutcome;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Help.Ansi.Style;

/** Result of a request or of a wait, as the headline shows it. */
public enum Verdict {
    ALL_REGISTERED("all registered", "all devices registered", Style.fg_green),
    SOME_FAILED("some failed", "some devices failed", Style.fg_red),
    ALL_FAILED("all failed", "all devices failed", Style.fg_red),
    UNCONFIRMED("unconfirmed", Style.fg_yellow),
    PENDING("pending", Style.fg_yellow),
    NOT_FOUND("not found", Style.fg_red),
    REFUSED("refused", Style.fg_red),
    UNAVAILABLE("unavailable", Style.fg_yellow),
    UNREADABLE("unreadable", Style.fg_red),
    NOT_ASKED("not asked", Style.fg_yellow),
    TIMED_OUT("timed out", Style.fg_yellow),
    STOPPED("stopped", Style.fg_yellow),
    INTERRUPTED("interrupted", Style.fg_yellow);

    /** Results that a batch of {@code status} can have; the others are endings of a wait. */
    public static final Set<Verdict> OF_ANSWERS = Collections.unmodifiableSet(EnumSet.range(ALL_REGISTERED, NOT_ASKED));

    /** Length of the longest text, for the width of the column. */
    public static final int WIDTH = ALL_REGISTERED.text.length();

    private final String text;
    private final String longText;
    private final Style style;

    Verdict(String text, Style style) {
        this(text, text, style);
    }

    Verdict(String text, String longText, Style style) {
        this.text = text;
        this.longText = longText;
        this.style = style;
    }

    public static Verdict of(BatchStatusAnswer answer) {
        return switch (answer) {
            case BatchStatusAnswer.Found found -> of(found.status().outcome());
            case BatchStatusAnswer.NotFound notFound -> NOT_FOUND;
            case BatchStatusAnswer.Refused refused -> REFUSED;
            case BatchStatusAnswer.Unavailable unavailable -> UNAVAILABLE;
            case BatchStatusAnswer.Unreadable unreadable -> UNREADABLE;
        };
    }

    private static Verdict of(BatchOutcome outcome) {
        return switch (outcome) {
            case PENDING -> PENDING;
            case ALL_REGISTERED -> ALL_REGISTERED;
            case SOME_FAILED -> SOME_FAILED;
            case ALL_FAILED -> ALL_FAILED;
            case UNCONFIRMED -> UNCONFIRMED;
        };
    }

    public String text() {
        return text;
    }

    /** Returns the text with the noun, for use without a batch beside it. */
    public String longText() {
        return longText;
    }

    /** Returns the style in which the result is printed. */
    public Style style() {
        return style;
    }
}
