package io.github.devicebatch.cli.message;

import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.Excerpt;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Messages on standard error; each is flushed. Thread-safe, as the stream is. */
public record Messages(PrintStream err, TextStyle style, Verbosity verbosity) {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_TRACE_LENGTH = 1_000;

    /** Writes why the run failed, at any verbosity. */
    public void failure(Problem problem) {
        line(String.join(System.lineSeparator(), problem.lines(style)));
    }

    /** Writes what is wrong with one answer. */
    public void problem(Problem problem) {
        if (verbosity != Verbosity.QUIET) {
            failure(problem);
        }
    }

    /** Writes a note that the results do not contain. */
    public void note(String text) {
        if (verbosity != Verbosity.QUIET) {
            line("note: " + Excerpt.of(text, MAX_LENGTH));
        }
    }

    /** Writes a line about the progress. */
    public void progress(String text) {
        if (verbosity != Verbosity.QUIET) {
            line(Excerpt.of(text, MAX_LENGTH).text());
        }
    }

    /** Writes a line in bold. */
    public void heading(String text) {
        if (verbosity != Verbosity.QUIET) {
            line(style.bold(Excerpt.of(text, MAX_LENGTH).text()));
        }
    }

    /** Writes a line of a shell command, of any length. */
    public void command(String text) {
        if (verbosity != Verbosity.QUIET) {
            line(new Excerpt(text).text());
        }
    }

    /** Writes why a request is retried, unless {@link #trace} writes it. */
    public void retry(String text) {
        if (verbosity == Verbosity.NORMAL) {
            delay(text);
        }
    }

    /** Writes why a request is not sent yet. */
    public void delay(String text) {
        if (verbosity != Verbosity.QUIET) {
            line(style.apply(Style.fg_yellow, Excerpt.of(text, MAX_LENGTH).text()));
        }
    }

    /** Writes the result of a request, or of one attempt, in verbose mode. */
    public void trace(String text) {
        if (verbosity == Verbosity.VERBOSE) {
            line(style.faint(Excerpt.of(text, MAX_TRACE_LENGTH).text()));
        }
    }

    /** Writes lines as {@link #trace} does. */
    public void traces(List<String> lines) {
        lines.forEach(this::trace);
    }

    /** Writes the text in one call, so that lines of several threads do not mix. */
    private void line(String text) {
        err.println(text);
        err.flush();
    }

    /** Amount of messages about requests and answers. */
    public enum Verbosity {
        QUIET,
        NORMAL,
        VERBOSE;

        /** Returns what the options of {@code command} say; {@link #NORMAL} if it has no such options. */
        public static Verbosity of(CommandSpec command) {
            return isSet(command, "--verbose") ? VERBOSE : isSet(command, "--quiet") ? QUIET : NORMAL;
        }

        private static boolean isSet(CommandSpec command, String name) {
            OptionSpec option = command.findOption(name);
            return option != null && Boolean.TRUE.equals(option.getValue());
        }
    }
}
