package io.github.devicebatch.cli.terminal;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decision whether a stream is styled. The order is: the option, {@code NO_COLOR}, {@code FORCE_COLOR},
 * {@code TERM=dumb}, then whether that stream is a terminal. An empty variable counts as missing.
 *
 * @see <a href="https://no-color.org">NO_COLOR</a>
 */
public record ColorPolicy(EnvironmentVariables environment, Predicate<StandardStream> terminals) {

    public TextStyle textStyle(Mode mode, StandardStream stream) {
        return switch (mode) {
            case ALWAYS -> TextStyle.ANSI;
            case NEVER -> TextStyle.PLAIN;
            case AUTO -> isColored(stream) ? TextStyle.ANSI : TextStyle.PLAIN;
        };
    }

    private boolean isColored(StandardStream stream) {
        if (environment.get("NO_COLOR").isPresent()) {
            return false;
        }
        if (environment.get("FORCE_COLOR").isPresent()) {
            return true;
        }
        return !environment.get("TERM").equals(Optional.of("dumb")) && terminals.test(stream);
    }

    /** Value of {@code --color}. */
    public enum Mode {
        AUTO,
        ALWAYS,
        NEVER;

        /** Returns the spelling on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
