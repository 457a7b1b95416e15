package io.github.devicebatch.testkit.server;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.credentials.SecretRedactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A request that a {@link FakePartnerCenter} received, with secrets redacted.
 *
 * @param when the time of the request, on the fake's clock
 * @param method the method, such as {@code GET}
 * @param path the path with its query, as sent
 * @param headers the values of each header; names are found in any case; {@link #REDACTED} replaces secrets
 * @param connection the number of the TCP connection, from 1
 * @param status the HTTP status of the response, or empty if the client received none
 * @param faulted whether the response was one of {@link FakeControl#faults}
 * @param planned whether a reply was defined; false for a batch without script, timeline or upload, and for an unknown path
 */
public record RecordedRequest(
        Instant when,
        String method,
        String path,
        Map<String, List<String>> headers,
        int connection,
        OptionalInt status,
        boolean faulted,
        boolean planned) {

    /** The text in place of each secret. */
    public static final String REDACTED = SecretRedactor.REDACTED;

    /**
     * Copies the headers.
     *
     * @throws NullPointerException if any component is null
     */
    public RecordedRequest {
        requireNonNull(when, "when");
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        requireNonNull(status, "status");
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                copy.computeIfAbsent(name, first -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        headers = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the first value of a header, or empty if there is none.
     *
     * @param name the name, in any case
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Returns whether this is a status request about a batch, in any case of its path and with any query.
     *
     * @param batch the batch
     */
    public boolean isAbout(BatchReference batch) {
        return Routes.StatusPath.parse(path.split("\\?", 2)[0])
                .filter(route -> route.customer()
                                .equalsIgnoreCase(batch.customer().toString())
                        && route.tracking().equalsIgnoreCase(batch.tracking().toString()))
                .isPresent();
    }
}
