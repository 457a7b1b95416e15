package io.github.devicebatch.http.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of a parser from the first to the end of the document, to compare parsers. */
sealed interface ParserTrace {

    /** Created once, because each call of {@link Json} searches the class path for a provider. */
    JsonParserFactory PARSSON = Json.createParserFactory(Map.of());

    /** A document that the parser read to its end. */
    record WellFormed(List<Step> steps) implements ParserTrace {}

    /** A document that the parser refused. */
    record Malformed() implements ParserTrace {}

    record Step(Event event, Optional<String> text) {}

    /** Returns the trace of the parser under test. */
    static ParserTrace of(byte[] json) {
        return read(new Utf8JsonParser(json, 0));
    }

    static ParserTrace of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the trace of Parsson, behind a decoder that refuses malformed UTF-8. */
    static ParserTrace ofParsson(byte[] json) {
        return read(PARSSON.createParser(new InputStreamReader(
                new ByteArrayInputStream(json),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))));
    }

    static ParserTrace ofParsson(String json) {
        return ofParsson(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the strings and numbers in their order. Empty for a malformed document. */
    default List<String> texts() {
        return switch (this) {
            case WellFormed(var steps) ->
                steps.stream().map(Step::text).flatMap(Optional::stream).toList();
            case Malformed() -> List.of();
        };
    }

    private static ParserTrace read(JsonParser reading) {
        List<Step> steps = new ArrayList<>();
        try (JsonParser parser = reading) {
            do {
                Event event = parser.next();
                boolean hasText = Stream.of(Event.KEY_NAME, Event.VALUE_STRING, Event.VALUE_NUMBER)
                        .anyMatch(event::equals);
                steps.add(new Step(event, hasText ? Optional.of(parser.getString()) : Optional.empty()));
            } while (parser.hasNext());
        } catch (JsonException | NoSuchElementException malformed) {
            return new Malformed();
        }
        return new WellFormed(steps);
    }
}
