package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Fault;

/**
 * There is no access token until somebody does something: the identity platform refuses the credentials, or they can't be
 * read. The question is answered with {@code Refused(UNAUTHENTICATED)} and this fault.
 */
public final class AccessTokenRefusedException extends AccessTokenException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    /**
     * Says why, in the words of whoever refused.
     *
     * @param fault what was said: for an identity platform its {@code error} as code and its {@code error_description} as
     *     description; shortened, safe to show, and without a secret
     */
    public AccessTokenRefusedException(Fault fault) {
        super("no access token was to be had: " + requireNonNull(fault, "fault"));
        this.fault = fault;
    }

    /**
     * Tells what was said.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }
}
