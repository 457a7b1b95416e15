package io.github.devicebatch.http.query;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.json.UnreadableBodyException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the encoding of a body may be. */
class EncodingCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip"})
    void refusesAnEncodingThatNobodyAskedFor(String encoding) {
        assertThatThrownBy(() -> ContentTypeCheck.requirePlainJson(headers("Content-Encoding", encoding)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining("encoded");
    }

    @Test
    void takesTheEncodingThatIsNone() {
        assertThatCode(() -> ContentTypeCheck.requirePlainJson(headers("Content-Encoding", "identity")))
                .doesNotThrowAnyException();
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (any, any2) -> true);
    }
}
