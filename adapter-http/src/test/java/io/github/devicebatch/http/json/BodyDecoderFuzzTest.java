package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes at all as a body. In a build the inputs beside this class run, and whatever fuzzing adds to them; to fuzz for
 * half a minute:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=BodyDecoderFuzzTest#answer -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
class BodyDecoderFuzzTest {

    private static final int LONGEST_REASON = 120;

    private final BodyDecoder decoder = new BodyDecoder();

    @FuzzTest(maxDuration = "30s")
    void answer(byte[] body) {
        try {
            assertThat(decoder.status(body).trackingId()).isNotNull();
        } catch (UnreadableBodyException expected) {
            assertThat(expected.getMessage().length()).isBetween(1, LONGEST_REASON);
            assertThat(expected.getCause()).isNull();
        }
    }

    @FuzzTest(maxDuration = "30s")
    void fault(byte[] body) {
        assertThat(decoder.fault(body)).isNotNull();
    }
}
