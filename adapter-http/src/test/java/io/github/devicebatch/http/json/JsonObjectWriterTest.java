package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectWriterTest {

    private static final String ALL_OF_ASCII =
            IntStream.range(0, 128).mapToObj(Character::toString).collect(Collectors.joining());

    @Test
    void writesMembersInTheirOrder() {
        assertThat(new JsonObjectWriter()
                        .add("b", "x")
                        .add("a", 1L)
                        .add("c", "")
                        .end())
                .isEqualTo("{\"b\":\"x\",\"a\":1,\"c\":\"\"}");
    }

    @Test
    void writesAnEmptyObject() {
        assertThat(new JsonObjectWriter().end()).isEqualTo("{}");
    }

    @Test
    void writesEveryCharacterOfAsciiSoThatItCanBeReadBack() {
        assertReadBack(ALL_OF_ASCII);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e4\u4e2d", "\ud83d\ude00", "\u2028", "\"}, {\"x\":\"", "\\"})
    void writesTextSoThatItCanBeReadBack(String text) {
        assertReadBack(text);
    }

    private static void assertReadBack(String text) {
        String json = new JsonObjectWriter().add("name " + text, text).end();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            assertThat(object).hasSize(1);
            assertThat(object.getString("name " + text)).isEqualTo(text);
        }
    }
}
