package io.github.devicebatch.cli.terminal;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides about colour: the option first, then {@code NO_COLOR}, {@code FORCE_COLOR} and {@code TERM=dumb}, then whether
 * that very stream is a terminal. A variable that is empty says nothing.
 *
 * @see <a href="https://no-color.org">NO_COLOR</a>
 */
public record ColorPolicy(EnvironmentVariables environment, Predicate<StandardStream> terminals) {

    public TextStyle ink(Mode when, StandardStream stream) {
        return switch (when) {
            case ALWAYS -> TextStyle.ANSI;
            case NEVER -> TextStyle.PLAIN;
            case AUTO -> wanted(stream) ? TextStyle.ANSI : TextStyle.PLAIN;
        };
    }

    private boolean wanted(StandardStream stream) {
        if (environment.get("NO_COLOR").isPresent()) {
            return false;
        }
        if (environment.get("FORCE_COLOR").isPresent()) {
            return true;
        }
        return !environment.get("TERM").equals(Optional.of("dumb")) && terminals.test(stream);
    }

    /** What {@code --color} asks for. */
    public enum Mode {
        AUTO,
        ALWAYS,
        NEVER;

        /** Gives the word as it is typed. */
        @Override
        public String toString() {
            return Typed.word(this);
        }
    }
}
