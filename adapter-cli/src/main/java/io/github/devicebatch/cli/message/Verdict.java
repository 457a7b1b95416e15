package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.terminal.Tone;
import io.github.devicebatch.domain.BatchOutcome;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an answer or a wait comes to, in the few words that a headline begins with. */
public enum Verdict {
    ALL_REGISTERED("all registered", Tone.GOOD),
    SOME_FAILED("some failed", Tone.BAD),
    ALL_FAILED("all failed", Tone.BAD),
    UNCONFIRMED("unconfirmed", Tone.OPEN),
    PENDING("pending", Tone.OPEN),
    NOT_FOUND("not found", Tone.BAD),
    REFUSED("refused", Tone.BAD),
    UNAVAILABLE("unavailable", Tone.OPEN),
    UNREADABLE("unreadable", Tone.BAD),
    TIMED_OUT("timed out", Tone.OPEN),
    STOPPED("stopped", Tone.OPEN),
    INTERRUPTED("interrupted", Tone.OPEN);

    /** What a single answer can come to; the others are endings of a wait. */
    public static final Set<Verdict> OF_ANSWERS =
            Collections.unmodifiableSet(EnumSet.range(ALL_REGISTERED, UNREADABLE));

    /** The length of the longest words, so that what follows them stands in one column. */
    public static final int WIDTH = ALL_REGISTERED.words.length();

    private final String words;
    private final Tone tone;

    Verdict(String words, Tone tone) {
        this.words = words;
        this.tone = tone;
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

    static Verdict of(BatchOutcome outcome) {
        return switch (outcome) {
            case PENDING -> PENDING;
            case ALL_REGISTERED -> ALL_REGISTERED;
            case SOME_FAILED -> SOME_FAILED;
            case ALL_FAILED -> ALL_FAILED;
            case UNCONFIRMED -> UNCONFIRMED;
        };
    }

    public String words() {
        return words;
    }

    public Tone tone() {
        return tone;
    }
}
