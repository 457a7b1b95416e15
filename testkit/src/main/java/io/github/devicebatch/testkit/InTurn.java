package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Values that are given out one after the other; the last one is given again and again. Thread-safe. */
final class InTurn<T> {

    private final List<T> values = new ArrayList<>();
    private int next;

    synchronized void add(T value) {
        values.add(requireNonNull(value, "value"));
    }

    /** Puts another value in the place of the one added last. */
    synchronized void replaceLast(UnaryOperator<T> replacement) {
        if (values.isEmpty()) {
            throw new IllegalStateException("there is nothing yet");
        }
        values.set(values.size() - 1, requireNonNull(replacement.apply(values.getLast()), "value"));
    }

    /** Gives the next value, or nothing as long as there is none at all. */
    synchronized Optional<T> next() {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        T value = values.get(Math.min(next, values.size() - 1));
        next = Math.min(next + 1, values.size());
        return Optional.of(value);
    }

    /** Gives the values that were not given out yet. */
    synchronized List<T> left() {
        return List.copyOf(values.subList(next, values.size()));
    }
}
