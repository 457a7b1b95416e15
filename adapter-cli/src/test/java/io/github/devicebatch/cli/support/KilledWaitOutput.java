package io.github.devicebatch.cli.support;

import io.github.devicebatch.cli.options.OutputOptions;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import java.util.List;

/**
 * Standard output of a {@code wait} that a signal has ended.
 *
 * @param format the output format
 * @param batches the number of batches
 */
record KilledWaitOutput(OutputOptions.Format format, int batches, String out) {

    private static final int TAIL_LENGTH = 300;

    boolean hasCompleteLines() {
        return out.isEmpty() || (format == OutputOptions.Format.XLSX ? isWorkbook() : out.endsWith("\n"));
    }

    /** The list of parts at the end of a zip file has this name. */
    private boolean isWorkbook() {
        return out.startsWith("PK") && out.lastIndexOf("[Content_Types].xml") > out.indexOf("[Content_Types].xml");
    }

    /** Returns whether the output is a complete document; before the first request it may be empty. */
    boolean isComplete(boolean requestSent) {
        try {
            return switch (format) {
                case TABLE, CSV, XLSX -> true;
                case HTML -> out.isEmpty() ? !requestSent : out.endsWith("</html>\n");
                case MARKDOWN -> out.isEmpty() ? !requestSent : out.endsWith("</sub>\n");
                case JUNIT -> out.isEmpty() ? !requestSent : out.endsWith("</testsuites>\n");
                case JSON -> out.isEmpty() ? !requestSent : isComplete(ParsedJson.object(out));
                case JSONL -> out.isEmpty() ? !requestSent : isComplete(ParsedJson.lines(out));
            };
        } catch (JsonParsingException invalid) {
            return false;
        }
    }

    private boolean isComplete(JsonObject document) {
        return document.getJsonArray("results").size() == batches
                && document.getJsonObject("summary").getInt("batches") == batches;
    }

    private boolean isComplete(List<JsonObject> events) {
        return events.getFirst().getString("event").equals("started")
                && events.getLast().getString("event").equals("summary")
                && JsonLinesEvents.named("finished", events).size() == batches;
    }

    String tail() {
        return "…" + out.substring(Math.max(0, out.length() - TAIL_LENGTH));
    }
}
