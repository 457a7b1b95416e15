package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8JsonParserTest {

    /** RFC 8259, by sections. */
    @Nested
    class Grammar {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    " \t\r\n{ \"a\" : [ 1 , { } ] } ",
                    "[[],{},[{}]]",
                    "{\"\":\"\"}",
                    "[true,false,null]",
                    "[0,-0,1,-1,10,1.5,0.0,-0.1e1,1E5,1e+5,1e-05,123456789012345678901234567890]",
                    "[1e999999999]",
                    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00e9\\uABCD\\uD83D\\uDE00\"]",
                    "[\"\\ud800\"]",
                    "[\"\u007f\u0080é€\uffff😀\"]",
                    "[\"\u0080\u007f \"]",
                    "{\"é\":1,\"\\u0061\":2,\"a\":3,\"a\":4}",
                    "\"text\"",
                    "17",
                    "null"
                })
        void readsWhatParssonReads(String json) {
            ParserTrace trace = ParserTrace.of(json);

            assertThat(trace).isInstanceOf(ParserTrace.WellFormed.class).isEqualTo(ParserTrace.ofParsson(json));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "[",
                    "}",
                    "]",
                    "{]",
                    "[}",
                    "[1}",
                    "{\"a\":1]",
                    "{\"a\"}",
                    "{\"a\":}",
                    "{\"a\" 1}",
                    "{\"a\",1}",
                    "{a:1}",
                    "{1:1}",
                    "{,}",
                    "{\"a\":1,}",
                    "{\"a\":1,,\"b\":2}",
                    "{\"a\":1 \"b\":2}",
                    "{:1}",
                    "[,]",
                    "[1,]",
                    "[1,,2]",
                    "[1 2]",
                    "[1:2]",
                    "[]]",
                    "{}{}",
                    "{},",
                    "[tru]",
                    "[True]",
                    "[nul",
                    "[nulls]",
                    "[truefalse]",
                    "[+1]",
                    "[-]",
                    "[01]",
                    "[-01]",
                    "[.5]",
                    "[1.]",
                    "[1.e1]",
                    "[1e]",
                    "[1e+]",
                    "[1e1.5]",
                    "[0x1]",
                    "[1_000]",
                    "[NaN]",
                    "[Infinity]",
                    "['a']",
                    "[\"]",
                    "[\"a]",
                    "[\"\\]",
                    "[\"\\",
                    "[\"\\a\"]",
                    "[\"\\'\"]",
                    "[\"\\u\"]",
                    "[\"\\u12\"]",
                    "[\"\\u123\"]",
                    "[\"\\u12g4\"]",
                    "[\"\\u-123\"]",
                    "[\"\\U0041\"]",
                    "[\"\\u00",
                    "[\"\t\"]",
                    "[\"\n\"]",
                    "[\"\u0000\"]",
                    "[\"\u001f\"]",
                    "[\"é\n\"]",
                    "[1]//",
                    "[/**/]",
                    "# a\n[]",
                    "[1]\u0000",
                    "[1]\u000b",
                    "[1]\u000c",
                    "[\u00a01]",
                    "[1]\ufeff",
                    "\ufeff[1]"
                })
        void refusesEverythingElse(String json) {
            assertThat(ParserTrace.of(json)).isEqualTo(new ParserTrace.Malformed());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void agreesWithParssonOnRandomChangesOfAnAnswer(int seed) {
            var random = new Random(seed);
            for (int round = 0; round < 2_000; round++) {
                byte[] json = changed(Batches.documentedExampleJson(), random);
                assertThat(ParserTrace.of(json))
                        .as(new String(json, StandardCharsets.ISO_8859_1))
                        .isEqualTo(ParserTrace.ofParsson(json));
            }
        }

        /** Replaces bytes at a few places by those that mean something to a parser of JSON or UTF-8. */
        private static byte[] changed(byte[] original, Random random) {
            byte[] special = "{}[]:,\"\\u/0-.eE+9 \ntfn\u0001\u007f\u00c3\u00a9\u00ed\u00a0\u00f0\u00ff"
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] json = original.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                json[random.nextInt(json.length)] = special[random.nextInt(special.length)];
            }
            return random.nextInt(8) == 0 ? Arrays.copyOf(json, random.nextInt(json.length)) : json;
        }
    }

    @Nested
    class Depth {

        @Test
        void readsSixtyFourLevels() {
            assertThat(ParserTrace.of("[".repeat(64) + "]".repeat(64))).isInstanceOf(ParserTrace.WellFormed.class);
            assertThat(ParserTrace.of("{\"a\":".repeat(64) + "1" + "}".repeat(64)))
                    .isInstanceOf(ParserTrace.WellFormed.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
        void refusesMore(String start) {
            try (JsonParser parser = parser(start.repeat(65))) {
                assertThatThrownBy(() -> {
                            while (parser.hasNext()) {
                                parser.next();
                            }
                        })
                        .isInstanceOf(UnreadableBodyException.class)
                        .hasMessage("it is nested deeper than 64");
            }
        }

        @Test
        void countsOnlyWhatIsOpen() {
            assertThat(ParserTrace.of("[" + "[{}],".repeat(1_000) + "[]]")).isInstanceOf(ParserTrace.WellFormed.class);
        }
    }

    @Nested
    class Values {

        @Test
        void startBehindTheGivenOffset() {
            try (JsonParser parser = new Utf8JsonParser("xx[1]".getBytes(StandardCharsets.UTF_8), 2)) {
                assertThat(parser.next()).isEqualTo(Event.START_ARRAY);
                assertThat(parser.currentEvent()).isEqualTo(Event.START_ARRAY);
                assertThat(parser.getLocation().getStreamOffset()).isEqualTo(3);
                assertThat(parser.getLocation().getLineNumber()).isEqualTo(-1);
                assertThat(parser.getLocation().getColumnNumber()).isEqualTo(-1);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"finished", "On Hold", " ", "~"})
        void shareTheStringOfWordsThatRepeat(String word) {
            try (JsonParser parser = parser("[\"" + word + "\",\"other\",\"" + word + "\"]")) {
                parser.next();
                parser.next();
                String first = parser.getString();
                parser.next();
                parser.next();

                assertThat(parser.getString()).isEqualTo(word).isSameAs(first);
            }
        }

        /** The words that repeat in every row of an answer displace one another in no order. */
        @Test
        void shareTheStringsOfAllWordsOfARow() {
            String row = """
                    "deviceId","serialNumber","productKey","status","errorCode","errorDescription",\
                    "finished_with_errors","808","ZtdDeviceAssignedToOtherTenant\"""";
            List<String> words = strings("[" + row + "," + row + "]");

            int count = words.size() / 2;
            assertThat(count).isEqualTo(9);
            for (int word = 0; word < count; word++) {
                assertThat(words.get(count + word)).isSameAs(words.get(word));
            }
        }

        private static List<String> strings(String array) {
            List<String> strings = new ArrayList<>();
            try (JsonParser parser = parser(array)) {
                parser.next();
                while (parser.next() == Event.VALUE_STRING) {
                    strings.add(parser.getString());
                }
            }
            return strings;
        }

        /** All of these have the same length, first and last byte, and so the same place in the cache. */
        @Test
        void areNeverConfused() {
            String json = "[\"abc\",\"adc\",\"abc\",\"\",\"aec\",\"a\\u0062c\",\"aéc\"]";

            assertThat(ParserTrace.of(json).texts()).containsExactly("abc", "adc", "abc", "", "aec", "abc", "aéc");
        }

        @ParameterizedTest
        @CsvSource({"5, 5, true", "-0, 0, true", "1.5, 1, false", "1e2, 100, false", "12345678901, 12345678901, true"})
        void ofNumbersAreThoseOfJava(String json, long value, boolean integral) {
            try (JsonParser parser = parser(json)) {
                parser.next();

                assertThat(parser.getString()).isEqualTo(json);
                assertThat(parser.getBigDecimal()).isEqualTo(new BigDecimal(json));
                assertThat(parser.getLong()).isEqualTo(value);
                assertThat(parser.getInt()).isEqualTo((int) value);
                assertThat(parser.isIntegralNumber()).isEqualTo(integral);
            }
        }

        @ParameterizedTest
        @EnumSource(
                names = {"KEY_NAME", "VALUE_STRING", "VALUE_NUMBER"},
                mode = Mode.EXCLUDE)
        void areOnlyThoseOfTheEvent(Event event) {
            try (JsonParser parser = parser("[{\"a\":true,\"b\":false,\"c\":null}]")) {
                assertThatThrownBy(parser::getString).isInstanceOf(IllegalStateException.class);
                while (parser.next() != event) {
                    assertThat(parser.hasNext()).isTrue();
                }

                assertThatThrownBy(parser::getString).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(parser::getBigDecimal).isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void endWithTheDocument() {
            try (JsonParser parser = parser("1 ")) {
                parser.next();

                assertThat(parser.hasNext()).isFalse();
                assertThatThrownBy(parser::next).isInstanceOf(NoSuchElementException.class);
            }
        }
    }

    private static JsonParser parser(String json) {
        return new Utf8JsonParser(json.getBytes(StandardCharsets.UTF_8), 0);
    }
}
