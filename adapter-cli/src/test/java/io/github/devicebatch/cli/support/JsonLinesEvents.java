package io.github.devicebatch.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Events written by {@code -o jsonl}. */
public final class JsonLinesEvents {

    private JsonLinesEvents() {}

    /** Runs the command and returns its events, each checked against the schema. */
    public static List<JsonObject> of(CommandTester tester, String... arguments) {
        RunResult result = tester.run(
                Stream.concat(Stream.of(arguments), Stream.of("-o", "jsonl")).toArray(String[]::new));
        List<JsonObject> events = ParsedJson.lines(result.out());
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(OutputSchema.ofEvent().errors(event)).isEmpty());
        assertThat(result.exitCode()).isEqualTo(events.getLast().getInt("exitCode"));
        return events;
    }

    public static Stream<String> names(List<JsonObject> events) {
        return events.stream().map(event -> event.getString("event"));
    }

    public static List<JsonObject> named(String name, List<JsonObject> events) {
        return events.stream()
                .filter(event -> event.getString("event").equals(name))
                .toList();
    }
}
