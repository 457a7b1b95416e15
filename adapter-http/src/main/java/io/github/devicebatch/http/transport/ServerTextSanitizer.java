package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.domain.Excerpt;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sanitizer of text from a server: shortens it, escapes what is not visible, and removes the secrets that were sent.
 *
 * @param redaction removes the secrets
 */
public record ServerTextSanitizer(UnaryOperator<String> redaction) {

    private static final int MAX_CODE_LENGTH = 80;
    private static final int MAX_DESCRIPTION_LENGTH = 300;
    private static final int MAX_ID_LENGTH = 100;

    /** Returns the sanitized fault. */
    public Fault clean(Fault fault) {
        return new Fault(
                fault.code().map(code -> clean(code, MAX_CODE_LENGTH)),
                fault.description().map(description -> clean(description, MAX_DESCRIPTION_LENGTH)));
    }

    /** Returns the sanitized ids that Partner Center sends for support. */
    public ServerIds ids(HttpHeaders headers) {
        return new ServerIds(
                id(headers, "MS-RequestId"),
                id(headers, "MS-CorrelationId"),
                id(headers, "MS-CV"),
                id(headers, "MS-ServerId"));
    }

    private Optional<String> id(HttpHeaders headers, String name) {
        List<String> values = headers.map().get(name);
        return values == null ? Optional.empty() : Optional.of(clean(values.getFirst(), MAX_ID_LENGTH));
    }

    private String clean(String text, int length) {
        return Excerpt.of(redaction.apply(text), length).text();
    }
}
