package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The ids in a response's headers, by which vendor support finds the request again. They may differ from what was sent.
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

    /** No response came, or it carried none of them. */
    public static final ServerIds NONE =
            new ServerIds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Holds the ids, each safe to show.
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
