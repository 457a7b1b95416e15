package io.github.devicebatch.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryTypeOfValueWithItsPosition() {
        assertThat(JsonReader.parse(" {\"text\": \"a\",\n  \"list\": []}"))
                .isEqualTo(new JsonNode.Members(
                        new JsonNode.JsonPosition(1, 2),
                        Map.of(
                                "text", new JsonNode.Text(new JsonNode.JsonPosition(1, 11), "a"),
                                "list", new JsonNode.Array(new JsonNode.JsonPosition(2, 11), List.of()))));
        assertThat(JsonReader.parse("[1, -2.5e+3, true, false, null, {}]").elements("values"))
                .containsExactly(
                        new JsonNode.Numeral(new JsonNode.JsonPosition(1, 2), "1"),
                        new JsonNode.Numeral(new JsonNode.JsonPosition(1, 5), "-2.5e+3"),
                        new JsonNode.Bool(new JsonNode.JsonPosition(1, 14), true),
                        new JsonNode.Bool(new JsonNode.JsonPosition(1, 20), false),
                        new JsonNode.Null(new JsonNode.JsonPosition(1, 27)),
                        new JsonNode.Members(new JsonNode.JsonPosition(1, 33), Map.of()));
    }

    @Test
    void readsEveryEscape() {
        assertThat(text("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uD83D\\uDE00\\u00e9\""))
                .isEqualTo("\"\\/\b\f\n\r\tA\uD83D\uDE00\u00e9");
        assertThat(text("\"\u20ac and \uD83D\uDE00\"")).isEqualTo("\u20ac and \uD83D\uDE00");
    }

    @Test
    void skipsAByteOrderMarkAndBlanks() {
        assertThat(text("\uFEFF \t\r\n\"a\"\n")).isEqualTo("a");
        assertThat(JsonReader.parse("\uFEFF1").position()).isEqualTo(new JsonNode.JsonPosition(1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``             | 1 | 1  | the text ends before the JSON is complete",
                "{              | 1 | 2  | the text ends before the JSON is complete",
                "{a: 1}         | 1 | 2  | not valid JSON: a",
                "{\"a\" 1}      | 1 | 6  | not valid JSON: 1",
                "{\"a\": 1 \"b\": 2} | 1 | 9 | not valid JSON: \"b\"",
                "{\"a\": 1,}    | 1 | 9  | not valid JSON: }",
                "[1,]           | 1 | 4  | not valid JSON: ]",
                "[1 2]          | 1 | 4  | not valid JSON: 2",
                "{\"a\":1,\"a\":2} | 1 | 8 | the member \"a\" is here twice; remove one",
                "nul            | 1 | 1  | not valid JSON: nul",
                "01             | 1 | 2  | not valid JSON: 1",
                "1.             | 1 | 1  | not valid JSON: 1.",
                "--1            | 1 | 1  | not valid JSON: --",
                "+1             | 1 | 1  | not valid JSON: +",
                "'a'            | 1 | 1  | not valid JSON: '",
                "1 1            | 1 | 3  | not valid JSON: 1",
                "\"a            | 1 | 1  | not valid JSON: \"a",
                "\"\\x\"        | 1 | 1  | not valid JSON: \"\\x",
                "\"\\u00g0\"    | 1 | 1  | not valid JSON: \"\\u00g",
                "\"\\u00\uff10\uff10\" | 1 | 1  | not valid JSON: \"\\u00\uff10",
                "// no          | 1 | 1  | not valid JSON: /",
            })
    void reportsErrorsWithTheirPosition(String text, int line, int column, String problem) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse(text))
                .satisfies(wrong -> {
                    assertThat(wrong.getMessage()).startsWith(problem);
                    assertThat(wrong.position()).isEqualTo(new JsonNode.JsonPosition(line, column));
                });
    }

    @Test
    void countsLines() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse("{\r\n  \"a\": 1,\n  \"b\": x\n}"))
                .extracting(JsonException::messageWithPosition)
                .asString()
                .startsWith("line 3, column 8: not valid JSON: x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\t", "\0"})
    void rejectsControlCharactersInStrings(String control) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse("\"a" + control + "b\""))
                .withMessageContaining("not valid JSON: \"a\\u{");
    }

    @Test
    void limitsTheNestingDepth() {
        JsonReader.parse("[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse("[".repeat(1_000_000)))
                .withMessageContaining("more than 64 levels deep");
    }

    @Test
    void limitsTheExcerptInMessages() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse("1".repeat(10_000) + "e"))
                .satisfies(wrong -> assertThat(wrong.getMessage()).hasSizeLessThan(100));
    }

    private static String text(String json) {
        return JsonReader.parse(json).text("a string");
    }
}
