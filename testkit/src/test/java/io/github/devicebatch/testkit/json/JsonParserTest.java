package io.github.devicebatch.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

    @Test
    void readsEveryKindOfValueWithItsPlace() {
        assertThat(JsonReader.parse(" {\"text\": \"a\",\n  \"list\": []}"))
                .isEqualTo(new JsonNode.Members(
                        new JsonNode.JsonPosition(1, 2),
                        Map.of(
                                "text", new JsonNode.Text(new JsonNode.JsonPosition(1, 11), "a"),
                                "list", new JsonNode.Elements(new JsonNode.JsonPosition(2, 11), List.of()))));
        assertThat(JsonReader.parse("[1, -2.5e+3, true, false, null, {}]").elements("values"))
                .containsExactly(
                        new JsonNode.Numeral(new JsonNode.JsonPosition(1, 2), "1"),
                        new JsonNode.Numeral(new JsonNode.JsonPosition(1, 5), "-2.5e+3"),
                        new JsonNode.Truth(new JsonNode.JsonPosition(1, 14), true),
                        new JsonNode.Truth(new JsonNode.JsonPosition(1, 20), false),
                        new JsonNode.Nothing(new JsonNode.JsonPosition(1, 27)),
                        new JsonNode.Members(new JsonNode.JsonPosition(1, 33), Map.of()));
    }

    @Test
    void readsEveryEscape() {
        assertThat(text("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uD83D\\uDE00\\u00e9\""))
                .isEqualTo("\"\\/\b\f\n\r\tA\uD83D\uDE00\u00e9");
        assertThat(text("\"\u20ac and \uD83D\uDE00\"")).isEqualTo("\u20ac and \uD83D\uDE00");
    }

    @Test
    void passesOverAByteOrderMarkAndBlanksAround() {
        assertThat(text("\uFEFF \t\r\n\"a\"\n")).isEqualTo("a");
        assertThat(JsonReader.parse("\uFEFF1").position()).isEqualTo(new JsonNode.JsonPosition(1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``             | 1 | 1  | the text ends; give a value",
                "{              | 1 | 2  | the text ends; give the name of a member",
                "{a: 1}         | 1 | 2  | here is a; give the name of a member",
                "{\"a\" 1}      | 1 | 6  | here is 1; give a colon behind the name",
                "{\"a\": 1 \"b\": 2} | 1 | 9 | here is \"; give a comma or }",
                "{\"a\": 1,}    | 1 | 9  | here is }; give the name of a member",
                "[1,]           | 1 | 4  | here is ]; give a value",
                "[1 2]          | 1 | 4  | here is 2; give a comma or ]",
                "{\"a\":1,\"a\":2} | 1 | 8 | the member \"a\" is here twice; leave one out",
                "nul            | 1 | 1  | here is n; give true, false or null",
                "01             | 1 | 1  | \"01\" is no number",
                "1.             | 1 | 1  | \"1.\" is no number",
                "--1            | 1 | 1  | \"--1\" is no number",
                "+1             | 1 | 1  | here is +; give a value",
                "'a'            | 1 | 1  | here is '; give a value",
                "1 1            | 1 | 3  | here is 1; give nothing more behind the value",
                "\"a            | 1 | 3  | the text ends; give the quotation mark",
                "\"\\x\"        | 1 | 3  | here is x; give \\\\ for a backslash",
                "\"\\u00g0\"    | 1 | 6  | here is g; give four hexadecimal digits",
                "\"\\u00\uff10\uff10\" | 1 | 6  | here is \uff10; give four hexadecimal digits",
                "// no          | 1 | 1  | here is /; give a value",
            })
    void saysWhereAndWhyATextIsNoJson(String text, int line, int column, String problem) {
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
                .extracting(JsonException::placed)
                .asString()
                .startsWith("line 3, column 8: here is x;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\t", "\0"})
    void takesNoControlCharacterInAString(String control) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse("\"a" + control + "b\""))
                .withMessageContaining("a line break inside is \\n");
    }

    @Test
    void goesNoDeeperThanItSays() {
        JsonReader.parse("[".repeat(JsonReader.DEEPEST) + "]".repeat(JsonReader.DEEPEST));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse("[".repeat(1_000_000)))
                .withMessageContaining("more than 64 deep");
    }

    @Test
    void repeatsNoLongTextInAMessage() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.parse("1".repeat(10_000) + "e"))
                .satisfies(wrong -> assertThat(wrong.getMessage()).hasSizeLessThan(100));
    }

    private static String text(String json) {
        return JsonReader.parse(json).text("a string");
    }
}
