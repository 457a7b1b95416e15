package io.github.devicebatch.testkit.json;

/** An error in a JSON text: a syntax error, or a value of another shape than expected. The message says how to correct it. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode.JsonPosition position;

    /** Creates an error at {@code position}. */
    public JsonException(JsonNode.JsonPosition position, String problem) {
        super(problem);
        this.position = position;
    }

    /** Returns the position of the error in the text. */
    public JsonNode.JsonPosition position() {
        return position;
    }

    /** Returns the message with the position in front. */
    public String messageWithPosition() {
        return position + ": " + getMessage();
    }
}
