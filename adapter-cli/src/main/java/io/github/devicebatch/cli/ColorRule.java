package io.github.devicebatch.cli;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides about colour: the option first, then {@code NO_COLOR}, {@code FORCE_COLOR} and {@code TERM=dumb}, then whether
 * that very stream is a terminal. A variable that is empty says nothing.
 *
 * @see <a href="https://no-color.org">NO_COLOR</a>
 */
record ColorRule(Environment environment, Predicate<StandardStream> terminals) {

    Ink ink(ColorWhen when, StandardStream stream) {
        return switch (when) {
            case ALWAYS -> Ink.ANSI;
            case NEVER -> Ink.PLAIN;
            case AUTO -> wanted(stream) ? Ink.ANSI : Ink.PLAIN;
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
}
