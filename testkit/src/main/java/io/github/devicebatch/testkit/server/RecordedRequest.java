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
 * One request that {@link FakePartnerCenter} received, without its access token: that is forgotten as soon as it is read.
 *
 * @param when when it came, on the fake's clock
 * @param method the method, such as {@code GET}
 * @param path the path with its query, as it was sent
 * @param headers the headers, found under their names in any case; {@link #REDACTED} stands for credentials
 * @param connection which TCP connection brought it, counted from 1
 * @param status the HTTP status it was answered with, or empty if it was left without an answer
 * @param faulted whether it ran into one of {@link FakePartnerCenter#faults}, in place of what its script says
 * @param planned whether the fake knew what it asks for; false for a question about a batch that has no script and no timeline
 *     and was not submitted, and for a path that leads nowhere
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

    /** Stands wherever a request had a credential. */
    public static final String REDACTED = SecretRedactor.REDACTED;

    /**
     * Holds the request; the headers are copied.
     *
     * @throws NullPointerException if any part is null
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
     * Finds the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or empty if the request had no such header
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Tells whether the path is the one of the question about a batch.
     *
     * @param batch whose which upload
     * @return whether it is, in any case and with any query
     */
    public boolean isAbout(BatchReference batch) {
        return Routes.of(path.split("\\?", 2)[0])
                .filter(asked -> asked.customer()
                                .equalsIgnoreCase(batch.customer().toString())
                        && asked.tracking().equalsIgnoreCase(batch.tracking().toString()))
                .isPresent();
    }
}
