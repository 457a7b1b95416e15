package io.github.devicebatch.application;

/** The kind of refusal. */
public enum RefusalReason {
    /** The access token is missing, expired, or was issued without MFA (HTTP 401). */
    UNAUTHENTICATED,
    /** The token is valid, but its holder lacks the permission or the relation with the customer (HTTP 403). */
    FORBIDDEN,
    /** The service rejected the request (HTTP 400 and any other 4xx). */
    REJECTED
}
