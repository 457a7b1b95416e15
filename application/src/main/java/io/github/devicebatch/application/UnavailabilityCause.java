package io.github.devicebatch.application;

/** Why there was no answer. */
public enum UnavailabilityCause {
    /** No connection, or it broke before the answer was whole. */
    UNREACHABLE,
    /** One attempt took longer than it may, headers and body together. */
    TIMED_OUT,
    /** The service asks for fewer questions (HTTP 429). */
    THROTTLED,
    /** The service reports a fault of its own that may pass (HTTP 408, 425 and most 5xx). */
    FAILING,
    /** The service failed so often that it is left alone for a while; nothing was sent. */
    CIRCUIT_OPEN,
    /** The far end could not prove who it is (TLS). */
    UNTRUSTED,
    /** The time for the whole question is used up. */
    DEADLINE
}
