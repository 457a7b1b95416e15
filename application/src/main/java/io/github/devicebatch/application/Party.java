package io.github.devicebatch.application;

/**
 * The party that an answer comes from or that failed.
 *
 * <p>A query needs more than Partner Center: the identity platform issues the access token, and a proxy may stand between.
 * The advice differs with the party.
 */
public enum Party {
    /** Partner Center, which holds the batches. */
    PARTNER_CENTER,
    /** The identity platform, which issues access tokens. */
    IDENTITY_PLATFORM,
    /** A proxy between this program and the server. */
    PROXY,
    /**
     * This program: nothing was sent, or it has no memory for the response. In a {@link BatchStatusAnswer.Refused} with {@link RefusalReason#UNAUTHENTICATED} it means
     * that the program's own token source had no access token.
     */
    CLIENT
}
