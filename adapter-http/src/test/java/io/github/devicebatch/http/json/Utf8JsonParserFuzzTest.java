package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Compares the parser with Parsson, on any bytes. {@link BodyDecoderFuzzTest} says how to fuzz. */
public class Utf8JsonParserFuzzTest {

    @FuzzTest(maxDuration = "30s")
    public void agreesWithParsson(byte[] json) {
        ParserTrace trace;
        try {
            trace = ParserTrace.of(json);
        } catch (UnreadableBodyException tooDeep) {
            assertThat(tooDeep).hasMessage("it is nested deeper than 64");
            return;
        }
        assertThat(trace).isEqualTo(ParserTrace.ofParsson(json));
    }
}
