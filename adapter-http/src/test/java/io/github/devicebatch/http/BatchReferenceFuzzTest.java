package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.devicebatch.domain.BatchReference;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Anything at all where a person names a batch. In a build the inputs beside this class run; to fuzz for half a minute:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=BatchReferenceFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
class BatchReferenceFuzzTest {

    private static final int LONGEST_MESSAGE = 250;

    /** How an invisible character is spelt out, and how many characters that makes of one. */
    private static final Pattern SPELT_OUT = Pattern.compile("\\\\u\\{[0-9a-f]+}");

    private static final int SPELT_LENGTH = 8;

    @FuzzTest(maxDuration = "30s")
    void text(byte[] bytes) {
        try {
            BatchReference reference = BatchReference.parse(new String(bytes, StandardCharsets.UTF_8));
            assertThat(BatchReference.parse(reference.toString())).isEqualTo(reference);
        } catch (IllegalArgumentException expected) {
            String message = expected.getMessage();
            long speltOut = SPELT_OUT.matcher(message).results().count();
            assertThat(speltOut).isLessThanOrEqualTo(80);
            assertThat((long) message.length()).isLessThanOrEqualTo(LONGEST_MESSAGE + speltOut * SPELT_LENGTH);
            assertThat(message).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
        }
    }
}
