package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The trace of a query: attempts, time, HTTP status and ids, for logs and for vendor support.
 *
 * @param attempts the number of attempts to send the request; 0 if nothing was sent
 * @param elapsed the time from the call to its answer
 * @param httpStatus the last HTTP status, if there was one
 * @param requestId the {@code MS-RequestId} that was sent
 * @param correlationId the {@code MS-CorrelationId} that was sent
 * @param serverIds the ids in the response
 * @param earlierCauses the causes of the failed attempts before the last one, oldest first; empty after a single attempt
 */
public record Trace(
        int attempts,
        Duration elapsed,
        OptionalInt httpStatus,
        Optional<UUID> requestId,
        Optional<UUID> correlationId,
        ServerIds serverIds,
        List<UnavailabilityCause> earlierCauses) {

    /** The trace of an answer for which nothing was sent. */
    public static final Trace NOTHING_SENT =
            new Trace(0, Duration.ZERO, OptionalInt.empty(), Optional.empty(), Optional.empty(), ServerIds.NONE);

    /**
     * Creates the trace of a query without failed attempts.
     *
     * @param attempts the number of attempts to send the request
     * @param elapsed the time from the call to its answer
     * @param httpStatus the last HTTP status, if there was one
     * @param requestId the {@code MS-RequestId} that was sent
     * @param correlationId the {@code MS-CorrelationId} that was sent
     * @param serverIds the ids in the response
     * @throws NullPointerException if any part is null
     * @throws IllegalArgumentException if {@code attempts} or {@code elapsed} is negative
     */
    public Trace(
            int attempts,
            Duration elapsed,
            OptionalInt httpStatus,
            Optional<UUID> requestId,
            Optional<UUID> correlationId,
            ServerIds serverIds) {
        this(attempts, elapsed, httpStatus, requestId, correlationId, serverIds, List.of());
    }

    /**
     * Creates the trace; the list is copied.
     *
     * @throws NullPointerException if any part is null
     * @throws IllegalArgumentException if {@code attempts} or {@code elapsed} is negative
     */
    public Trace {
        requireNonNull(httpStatus, "httpStatus");
        requireNonNull(requestId, "requestId");
        requireNonNull(correlationId, "correlationId");
        requireNonNull(serverIds, "serverIds");
        earlierCauses = List.copyOf(earlierCauses);
        if (attempts < 0 || elapsed.isNegative()) {
            throw new IllegalArgumentException(
                    "attempts or elapsed is negative: " + attempts + " attempts, " + elapsed);
        }
    }
}
