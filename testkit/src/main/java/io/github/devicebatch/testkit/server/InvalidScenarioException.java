package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.json.JsonException;

/**
 * A scenario could not be loaded, and nothing of it was. The message says where, what is wrong, and what to write
 * instead.
 *
 * @see FakeControl#load(String)
 */
public final class InvalidScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The line, from 1. */
    private final int line;

    /** The column, from 1. */
    private final int column;

    /** Puts {@code where}, which may be empty, in front of the place. */
    InvalidScenarioException(String where, JsonException problem) {
        super(where + problem.placed(), problem);
        this.line = problem.position().line();
        this.column = problem.position().column();
    }

    /**
     * Tells in which line the mistake is.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Tells where in the line the mistake is.
     *
     * @return the column, from 1
     */
    public int column() {
        return column;
    }
}
