package io.github.devicebatch.cli;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.function.Consumer;

/** Writes events to standard output: each a JSON object on a line of its own, seen off at once. */
record JsonLines(Output output) {

    static final String SCHEMA = "devicebatch.event/1";

    /**
     * Writes one event.
     *
     * @param name what happened
     * @param when the moment
     * @param writing writes what else there is to say of it
     * @throws ReaderGone if nobody reads any more
     */
    void line(String name, Instant when, Consumer<JsonMembers> writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            JsonMembers members = new JsonMembers(json);
            members.text("schema", SCHEMA);
            members.text("event", name);
            members.text("time", when.truncatedTo(ChronoUnit.MILLIS));
            writing.accept(members);
            json.writeEnd();
        }
        output.line(VisibleJson.of(text.toString()));
    }

    /** Writes the last event: what all of it came to. */
    void summary(Summary summary, Instant when) {
        line("summary", when, members -> new JsonSummary(members, EnumSet.allOf(Verdict.class)).writeWhole(summary));
    }
}
