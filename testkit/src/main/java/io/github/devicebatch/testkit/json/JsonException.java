package io.github.devicebatch.testkit.json;

/** A text is no JSON, or none of the shape that is expected here. The message says what, and what to write instead. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode.JsonPosition position;

    public JsonException(JsonNode.JsonPosition position, String problem) {
        super(problem);
        this.position = position;
    }

    public JsonNode.JsonPosition position() {
        return position;
    }

    /** Gives the place and the problem. */
    public String placed() {
        return position + ": " + getMessage();
    }
}
