package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.devicebatch.domain.BatchReference;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Parses arbitrary text as a batch reference. A build runs the inputs in the resources. To fuzz for 30 seconds:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=BatchReferenceFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
class BatchReferenceFuzzTest {

    /** 230 of ours and of the input, and the name of a character: in Unicode 16 at most 88. */
    private static final int MAX_MESSAGE = 318;

    /** The escape sequence of an invisible character. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u\\{[0-9a-f]+}");

    private static final int ESCAPE_LENGTH = 8;

    @FuzzTest(maxDuration = "30s")
    void text(byte[] bytes) {
        try {
            BatchReference reference = BatchReference.parse(new String(bytes, StandardCharsets.UTF_8));
            assertThat(BatchReference.parse(reference.toString())).isEqualTo(reference);
        } catch (IllegalArgumentException expected) {
            String message = expected.getMessage();
            long escaped = ESCAPED.matcher(message).results().count();
            assertThat(escaped).isLessThanOrEqualTo(80);
            assertThat((long) message.length()).isLessThanOrEqualTo(MAX_MESSAGE + escaped * ESCAPE_LENGTH);
            assertThat(message).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
        }
    }
}
