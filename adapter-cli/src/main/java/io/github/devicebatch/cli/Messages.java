package io.github.devicebatch.cli;

import io.github.devicebatch.domain.Excerpt;
import java.io.PrintStream;

/** What goes to standard error, each line seen off at once. */
record Messages(PrintStream err, Ink ink, Verbosity verbosity) {

    /** Tells what went wrong with the run as a whole, however quiet. */
    void failure(Problem problem) {
        problem.lines(ink).forEach(err::println);
        err.flush();
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
            err.println("note: " + Excerpt.of(text, 500));
            err.flush();
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
            err.println(ink.in(Tone.OPEN, Excerpt.of(text, 500).text()));
            err.flush();
        }
    }

    /** Tells how one question, or one attempt of it, went. */
    void question(String text) {
        if (verbosity == Verbosity.EACH_QUESTION) {
            err.println(ink.faint(Excerpt.of(text, 1_000).text()));
            err.flush();
        }
    }
}
