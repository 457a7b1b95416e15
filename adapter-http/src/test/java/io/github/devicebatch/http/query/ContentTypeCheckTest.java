package io.github.devicebatch.http.query;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.json.UnreadableBodyException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON", "text/json;v=1"})
    void acceptsJson(String type) {
        assertThatCode(() -> ContentTypeCheck.requirePlainJson(headers("Content-Type", type)))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsAMissingContentType() {
        assertThatCode(() -> ContentTypeCheck.requirePlainJson(headers("Content-Length", "5")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/jsonp", "text/plain; a=application/json", ""})
    void rejectsOtherContentTypes(String type) {
        assertThatThrownBy(() -> ContentTypeCheck.requirePlainJson(headers("Content-Type", type)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage("its Content-Type is not JSON");
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (any, any2) -> true);
    }

    /** The header {@code Content-Encoding}. */
    @Nested
    class ContentEncoding {

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br", "identity, gzip"})
        void rejectsAnEncodingThatWasNotRequested(String encoding) {
            assertThatThrownBy(() -> ContentTypeCheck.requirePlainJson(headers("Content-Encoding", encoding)))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessageContaining("encoded");
        }

        @Test
        void acceptsIdentity() {
            assertThatCode(() -> ContentTypeCheck.requirePlainJson(headers("Content-Encoding", "identity")))
                    .doesNotThrowAnyException();
        }
    }
}
