package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The ids in the headers of a response, which vendor support needs to find the request. They may differ from the ids sent.
 *
 * @param requestId the {@code MS-RequestId} header
 * @param correlationId the {@code MS-CorrelationId} header
 * @param correlationVector the {@code MS-CV} header
 * @param serverId the {@code MS-ServerId} header
 */
public record ServerIds(
        Optional<String> requestId,
        Optional<String> correlationId,
        Optional<String> correlationVector,
        Optional<String> serverId) {

    /** No response, or a response without ids. */
    public static final ServerIds NONE =
            new ServerIds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Creates the ids, each safe to print.
     *
     * @throws NullPointerException if any is null
     */
    public ServerIds {
        requireNonNull(requestId, "requestId");
        requireNonNull(correlationId, "correlationId");
        requireNonNull(correlationVector, "correlationVector");
        requireNonNull(serverId, "serverId");
    }
}
