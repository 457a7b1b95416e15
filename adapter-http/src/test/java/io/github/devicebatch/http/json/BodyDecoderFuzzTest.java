package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Decodes arbitrary bytes as a body. A build runs the inputs in the resources. To fuzz for 30 seconds:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=BodyDecoderFuzzTest#answer -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
public class BodyDecoderFuzzTest {

    private static final int MAX_REASON = 120;

    private final BodyDecoder decoder = new BodyDecoder();

    @FuzzTest(maxDuration = "30s")
    public void answer(byte[] body) {
        try {
            assertThat(decoder.status(body).trackingId()).isNotNull();
        } catch (UnreadableBodyException expected) {
            assertThat(expected.getMessage().length()).isBetween(1, MAX_REASON);
            assertThat(expected.getCause()).isNull();
        }
    }

    @FuzzTest(maxDuration = "30s")
    public void fault(byte[] body) {
        assertThat(decoder.fault(body)).isNotNull();
    }
}
