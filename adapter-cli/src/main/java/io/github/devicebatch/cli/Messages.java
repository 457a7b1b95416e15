package io.github.devicebatch.cli;

import io.github.devicebatch.domain.Excerpt;
import java.io.PrintStream;

/** What goes to standard error, each line seen off at once. Safe for use by several threads, as its stream is. */
record Messages(PrintStream err, Ink ink, Verbosity verbosity) {

    /** Tells what went wrong with the run as a whole, however quiet. */
    void failure(Problem problem) {
        line(String.join(System.lineSeparator(), problem.lines(ink)));
    }

    /** Tells what is the matter with one answer. */
    void problem(Problem problem) {
        if (verbosity != Verbosity.NOTHING) {
            failure(problem);
        }
    }

    /** Tells something that a reader of the results cannot see there. */
    void note(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line("note: " + Excerpt.of(text, 500));
        }
    }

    /** Tells how far it is. */
    void progress(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(Excerpt.of(text, 500).text());
        }
    }

    /** Begins last words. */
    void heading(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(ink.bold(Excerpt.of(text, 500).text()));
        }
    }

    /** Shows a line of a command, whole. */
    void command(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(new Excerpt(text).text());
        }
    }

    /** Tells why an answer takes long, unless {@link #question} has told it. */
    void delay(String text) {
        if (verbosity == Verbosity.PROBLEMS) {
            turn(text);
        }
    }

    /** Tells why a question waits before it is sent. */
    void turn(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(ink.in(Tone.OPEN, Excerpt.of(text, 500).text()));
        }
    }

    /** Tells how one question, or one attempt of it, went. */
    void question(String text) {
        if (verbosity == Verbosity.EACH_QUESTION) {
            line(ink.faint(Excerpt.of(text, 1_000).text()));
        }
    }

    /** Writes it in one piece, so that what others write stands before or after it. */
    private void line(String text) {
        err.println(text);
        err.flush();
    }
}
