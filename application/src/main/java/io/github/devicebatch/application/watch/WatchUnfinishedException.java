package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.NoBatchStatusException;

/** Signals that a watch ended before its batch was final, where the caller has chosen exceptions. */
public final class WatchUnfinishedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient WatchEnding ending;

    /**
     * Creates the exception. Its cause is a {@link NoBatchStatusException} if the last answer was no status.
     *
     * @param ending the ending
     * @throws NullPointerException if {@code ending} is null
     */
    public WatchUnfinishedException(WatchEnding ending) {
        super(
                message(requireNonNull(ending, "ending")),
                ending.last().failure().map(NoBatchStatusException::new).orElse(null));
        this.ending = ending;
    }

    /**
     * Returns the ending.
     *
     * @return the ending; null only after serialization
     */
    public WatchEnding ending() {
        return ending;
    }

    private static String message(WatchEnding ending) {
        String requests = " after " + ending.requests() + (ending.requests() == 1 ? " request" : " requests");
        return switch (ending) {
            case WatchEnding.Completed completed -> "completed" + requests;
            case WatchEnding.TimedOut timedOut -> "the timeout of the watch has passed" + requests;
            case WatchEnding.GaveUp gaveUp -> "the watch gave up" + requests;
            case WatchEnding.Stopped stopped -> "the watch was stopped" + requests;
        };
    }
}
