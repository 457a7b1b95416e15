package io.github.devicebatch.application;

/** Why the service declined a question. */
public enum RefusalReason {
    /** The access token is missing, expired, or lacks multi-factor sign-in (HTTP 401). */
    UNAUTHENTICATED,
    /** The token is good but its holder lacks the right or has no relation with the customer (HTTP 403). */
    FORBIDDEN,
    /** The service rejects the request itself (HTTP 400 and any other 4xx). */
    REJECTED
}
