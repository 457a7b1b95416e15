package io.github.devicebatch.cli.support;

import io.github.devicebatch.cli.options.OutputOptions;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import java.util.List;

/**
 * What a {@code wait} that was killed left on standard output.
 *
 * @param format what it was told to print
 * @param batches how many it waited for
 * @param out what it printed
 */
record Leftover(OutputOptions.Format format, int batches, String out) {

    private static final int LENGTH = 300;

    boolean hasWholeLines() {
        return out.isEmpty() || out.endsWith("\n");
    }

    /** Tells whether a script can read it to its end; it may be nothing if nothing had been asked. */
    boolean isWhole(boolean asked) {
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

    String tail() {
        return "…" + out.substring(Math.max(0, out.length() - LENGTH));
    }
}
