package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.domain.Excerpt;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes text from a server fit to be shown: short, visible, and without the secrets that it was sent, should they come back.
 *
 * @param redaction takes the secrets out
 */
public record ServerTextSanitizer(UnaryOperator<String> redaction) {

    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_ID = 100;

    public Fault clean(Fault fault) {
        return new Fault(
                fault.code().map(code -> clean(code, LONGEST_CODE)),
                fault.description().map(description -> clean(description, LONGEST_DESCRIPTION)));
    }

    public ServerIds ids(HttpHeaders headers) {
        return new ServerIds(
                id(headers, "MS-RequestId"),
                id(headers, "MS-CorrelationId"),
                id(headers, "MS-CV"),
                id(headers, "MS-ServerId"));
    }

    private Optional<String> id(HttpHeaders headers, String name) {
        return headers.firstValue(name).map(value -> clean(value, LONGEST_ID));
    }

    private String clean(String text, int length) {
        return Excerpt.of(redaction.apply(text), length).text();
    }
}
