package io.github.devicebatch.cli.message;

import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.cli.terminal.Tone;
import io.github.devicebatch.domain.Excerpt;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What goes to standard error, each line seen off at once. Safe for use by several threads, as its stream is. */
public record Messages(PrintStream err, TextStyle ink, Verbosity verbosity) {

    /** Tells what went wrong with the run as a whole, however quiet. */
    public void failure(Problem problem) {
        line(String.join(System.lineSeparator(), problem.lines(ink)));
    }

    /** Tells what is the matter with one answer. */
    public void problem(Problem problem) {
        if (verbosity != Verbosity.NOTHING) {
            failure(problem);
        }
    }

    /** Tells something that a reader of the results cannot see there. */
    public void note(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line("note: " + Excerpt.of(text, 500));
        }
    }

    /** Tells how far it is. */
    public void progress(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(Excerpt.of(text, 500).text());
        }
    }

    /** Begins last words. */
    public void heading(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(ink.bold(Excerpt.of(text, 500).text()));
        }
    }

    /** Shows a line of a command, whole. */
    public void command(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(new Excerpt(text).text());
        }
    }

    /** Tells why an answer takes long, unless {@link #question} has told it. */
    public void delay(String text) {
        if (verbosity == Verbosity.PROBLEMS) {
            turn(text);
        }
    }

    /** Tells why a question waits before it is sent. */
    public void turn(String text) {
        if (verbosity != Verbosity.NOTHING) {
            line(ink.in(Tone.OPEN, Excerpt.of(text, 500).text()));
        }
    }

    /** Tells how one question, or one attempt of it, went. */
    public void question(String text) {
        if (verbosity == Verbosity.EACH_QUESTION) {
            line(ink.faint(Excerpt.of(text, 1_000).text()));
        }
    }

    /** Writes it in one piece, so that what others write stands before or after it. */
    private void line(String text) {
        err.println(text);
        err.flush();
    }

    /** How much is told on standard error about questions and answers. */
    public enum Verbosity {
        NOTHING,
        PROBLEMS,
        EACH_QUESTION;

        /** Gives what the options of {@code command} ask for, if it has such options. */
        public static Verbosity of(CommandSpec command) {
            return isSet(command, "--verbose") ? EACH_QUESTION : isSet(command, "--quiet") ? NOTHING : PROBLEMS;
        }

        private static boolean isSet(CommandSpec command, String name) {
            OptionSpec option = command.findOption(name);
            return option != null && Boolean.TRUE.equals(option.getValue());
        }
    }
}
