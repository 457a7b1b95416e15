package io.github.devicebatch.application;

/** The kind of failure behind an {@link BatchStatusAnswer.Unavailable}. */
public enum UnavailabilityCause {
    /** No connection, or it ended before the response was complete. */
    UNREACHABLE,
    /** An attempt exceeded its timeout, which covers headers and body. */
    TIMED_OUT,
    /** The service throttles requests (HTTP 429). */
    THROTTLED,
    /** The service reports a transient failure (HTTP 408, 425 and most 5xx). */
    FAILING,
    /** The circuit breaker is open after repeated failures; nothing was sent. */
    CIRCUIT_OPEN,
    /** The server's certificate is not trusted (TLS). */
    UNTRUSTED,
    /** The deadline of the whole query has passed. */
    DEADLINE
}
