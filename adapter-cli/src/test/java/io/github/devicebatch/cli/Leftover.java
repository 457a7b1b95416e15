package io.github.devicebatch.cli;

import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code wait} that was killed left on standard output.
 *
 * @param format what it was told to print
 * @param batches how many it waited for
 */
record Leftover(OutputFormat format, int batches) {

    private static final int LENGTH = 300;

    /** Says what is wrong with it, if anything is; it may be nothing if nothing had been asked. */
    Optional<String> objection(String out, boolean asked) {
        if (!out.isEmpty() && !out.endsWith("\n")) {
            return Optional.of("standard output ends in half a line: " + tail(out));
        }
        return isWhole(out, asked) ? Optional.empty() : Optional.of("standard output is not whole: " + tail(out));
    }

    private boolean isWhole(String out, boolean asked) {
        try {
            return switch (format) {
                case TABLE, CSV -> true;
                case JSON -> out.isEmpty() ? !asked : isWhole(Parsed.object(out));
                case JSONL -> out.isEmpty() ? !asked : isWhole(Parsed.lines(out));
            };
        } catch (JsonParsingException broken) {
            return false;
        }
    }

    private boolean isWhole(JsonObject document) {
        return document.getJsonArray("results").size() == batches
                && document.getJsonObject("summary").getInt("batches") == batches;
    }

    private boolean isWhole(List<JsonObject> events) {
        return events.getFirst().getString("event").equals("started")
                && events.getLast().getString("event").equals("summary")
                && Events.named("finished", events).size() == batches;
    }

    static String tail(String text) {
        return "…" + text.substring(Math.max(0, text.length() - LENGTH));
    }
}
