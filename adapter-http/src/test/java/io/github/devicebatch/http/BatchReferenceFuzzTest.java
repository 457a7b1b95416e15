package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.devicebatch.domain.BatchReference;
import java.nio.charset.StandardCharsets;

/**
 * Anything at all where a person names a batch. In a build the inputs beside this class run; to fuzz for half a minute:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=BatchReferenceFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
class BatchReferenceFuzzTest {

    private static final int LONGEST_MESSAGE = 250;

    @FuzzTest(maxDuration = "30s")
    void text(byte[] bytes) {
        try {
            BatchReference reference = BatchReference.parse(new String(bytes, StandardCharsets.UTF_8));
            assertThat(BatchReference.parse(reference.toString())).isEqualTo(reference);
        } catch (IllegalArgumentException expected) {
            assertThat(expected.getMessage().length()).isLessThanOrEqualTo(LONGEST_MESSAGE);
            assertThat(expected.getMessage()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
        }
    }
}
