package io.github.devicebatch.testkit;

/** A text is no JSON, or none of the shape that is expected here. The message says what, and what to write instead. */
final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonPosition position;

    JsonException(JsonPosition position, String problem) {
        super(problem);
        this.position = position;
    }

    JsonPosition position() {
        return position;
    }

    /** Gives the place and the problem. */
    String placed() {
        return position + ": " + getMessage();
    }
}
