package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * How an answer came about: what a log line needs, and what vendor support asks for.
 *
 * @param attempts how many times the question was sent, or tried to be; 0 if nothing was sent
 * @param elapsed how long it took from the question to its answer
 * @param httpStatus the last HTTP status, if any came
 * @param requestId the {@code MS-RequestId} that was sent
 * @param correlationId the {@code MS-CorrelationId} that was sent
 * @param serverIds the ids that the service sent back
 * @param earlierCauses why the attempts before the last one had no answer, oldest first; empty if the first one settled it
 */
public record Trace(
        int attempts,
        Duration elapsed,
        OptionalInt httpStatus,
        Optional<UUID> requestId,
        Optional<UUID> correlationId,
        ServerIds serverIds,
        List<UnavailabilityCause> earlierCauses) {

    /** Of an answer for which nothing was sent anywhere. */
    public static final Trace NOTHING_SENT =
            new Trace(0, Duration.ZERO, OptionalInt.empty(), Optional.empty(), Optional.empty(), ServerIds.NONE);

    /**
     * Holds the trace of a question that was settled at once.
     *
     * @param attempts how many times the question was sent, or tried to be
     * @param elapsed how long it took from the question to its answer
     * @param httpStatus the last HTTP status, if any came
     * @param requestId the {@code MS-RequestId} that was sent
     * @param correlationId the {@code MS-CorrelationId} that was sent
     * @param serverIds the ids that the service sent back
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
     * Holds the trace; the list is copied.
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
                    "attempts and elapsed are not negative: " + attempts + " attempts, " + elapsed);
        }
    }
}
