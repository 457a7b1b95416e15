package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.json.JsonException;

/**
 * A scenario is invalid and was not loaded. The message has the position, the problem, and a correction.
 *
 * @see FakeControl#load(String)
 */
public final class InvalidScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The line, from 1. */
    private final int line;

    /** The column, from 1. */
    private final int column;

    /**
     * Creates the exception.
     *
     * @param source the beginning of the message; may be empty
     */
    InvalidScenarioException(String source, JsonException problem) {
        super(source + problem.messageWithPosition(), problem);
        this.line = problem.position().line();
        this.column = problem.position().column();
    }

    /** Returns the line of the problem, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column of the problem, from 1. */
    public int column() {
        return column;
    }
}
