package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.http.auth.TokenException;

/**
 * Signals that there is no access token until a person acts: the identity platform refuses the credentials, or they can't be
 * read. The query ends with {@code Refused(UNAUTHENTICATED)} and this fault. Its party is {@link Party#IDENTITY_PLATFORM} or
 * {@link Party#PROXY} if that refused a source of this module, else {@link Party#CLIENT}.
 */
public final class AccessTokenRefusedException extends AccessTokenException {

    private static final long serialVersionUID = 1;

    /** The party that refused. */
    private final Party party;

    private final transient Fault fault;

    /**
     * Creates an exception of a source of the caller's own.
     *
     * @param fault the reason: for an identity platform its {@code error} as code and its {@code error_description} as
     *     description; shortened, safe to show, and without a secret
     */
    public AccessTokenRefusedException(Fault fault) {
        this(new TokenException.Failure.Refused(Party.CLIENT, requireNonNull(fault, "fault")));
    }

    AccessTokenRefusedException(TokenException.Failure.Refused refused) {
        super(refused);
        this.party = refused.party();
        this.fault = refused.fault();
    }

    /**
     * Returns the reason.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Returns the party that refused: for a source of this module the identity platform, a proxy, or this program.
     *
     * @return the party
     */
    public Party party() {
        return party;
    }

    @Override
    TokenException.Failure failure() {
        return new TokenException.Failure.Refused(party, fault);
    }
}
