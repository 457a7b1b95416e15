package io.github.devicebatch.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void readsTextsAndNumbersAndSkipsLists() {
        assertThat(FlatJson.object(" { \"a\" : \"x\\\"\\\\\\/y\" ,\"n\":-12,\"l\":[\"1\",\"2\"], \"e\":\"\" } "))
                .hasValueSatisfying(members -> assertThat(members)
                        .hasSize(4)
                        .containsEntry("a", "x\"\\/y")
                        .containsEntry("n", "-12")
                        .containsEntry("l", "")
                        .containsEntry("e", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\":1",
                "{\"a\":1}x",
                "{\"a\":1}{\"a\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":{\"b\":1}}",
                "{\"a\":\"x}",
                "x{\"a\":1}"
            })
    void readsNothingElse(String json) {
        assertThat(FlatJson.object(json)).isEmpty();
    }

    @Test
    void readsALongTextWithoutEnd() {
        assertThat(FlatJson.object("{\"a\":\"" + "x\\/".repeat(100_000))).isEmpty();
        assertThat(FlatJson.object("{\"a\":\"" + "x\\/".repeat(100_000) + "\"}"))
                .hasValueSatisfying(members -> assertThat(members.get("a")).hasSize(200_000));
    }
}
