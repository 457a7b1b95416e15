package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The UTF-8 validation of {@link Utf8JsonParser}: RFC 3629, section 4, for text that is read and text that is skipped. */
class Utf8ValidationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "e18080",
                "ecbfbf",
                "ed8080",
                "ed9fbf",
                "ee8080",
                "efbfbf",
                "f0908080",
                "f1808080",
                "f3bfbfbf",
                "f48fbfbf"
            })
    void readsTheFirstAndLastCharacterOfEveryForm(String hex) {
        byte[] character = HexFormat.of().parseHex(hex);

        assertThat(ParserTrace.of(within("[\"", character, "\"]")).texts())
                .containsExactly(new String(character, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "continuation byte alone,   80",
        "continuation byte alone,   bf",
        "overlong in two bytes,     c080",
        "overlong in two bytes,     c1bf",
        "overlong in three bytes,   e08080",
        "overlong in three bytes,   e09fbf",
        "overlong in four bytes,    f0808080",
        "overlong in four bytes,    f08fbfbf",
        "first surrogate,           eda080",
        "last surrogate,            edbfbf",
        "surrogate pair,            eda0bdedb880",
        "above U+10FFFF,            f4908080",
        "above U+10FFFF,            f5808080",
        "no first byte,             f8888080",
        "no first byte,             fe",
        "no first byte,             ff",
        "cut after one of two,      c3",
        "cut after one of three,    e2",
        "cut after two of three,    e282",
        "cut after one of four,     f0",
        "cut after two of four,     f09f",
        "cut after three of four,   f09f98",
        "wrong second of two,       c341",
        "wrong second of three,     e24182",
        "wrong third of three,      e28241",
        "wrong second of four,      f0419880",
        "wrong third of four,       f09f4180",
        "wrong fourth of four,      f09f9841",
        "second above the range,    c3c0",
    })
    void refusesWhatIsNotUtf8(String problem, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(ParserTrace.of(within("[\"a", bytes, "\"]"))).as("value").isEqualTo(new ParserTrace.Malformed());
        assertThat(ParserTrace.of(within("[\"a", bytes, ""))).as("end").isEqualTo(new ParserTrace.Malformed());
        assertThat(ParserTrace.of(within("{\"a", bytes, "\":1}"))).as("name").isEqualTo(new ParserTrace.Malformed());
        assertThat(ParserTrace.of(within("[1", bytes, "]"))).as("outside").isEqualTo(new ParserTrace.Malformed());
        assertThatThrownBy(() -> skipAll(within("[\"\\n", bytes, "\"]"))).isInstanceOf(JsonParsingException.class);
    }

    private static byte[] within(String before, byte[] bytes, String behind) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        byte[] end = behind.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + bytes.length + end.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        System.arraycopy(end, 0, all, start.length + bytes.length, end.length);
        return all;
    }

    private static void skipAll(byte[] json) {
        try (JsonParser parser = new Utf8JsonParser(json, 0)) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }
}
