package io.github.devicebatch.http.context;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import java.time.Duration;
import java.util.Optional;

/**
 * Guard that every request passes directly before it is sent. Time may have passed since the query got its permit, because an
 * access token or a connection had to be obtained. Thread-safe.
 */
public interface SendGuard {

    /** Checks whether requests are held back now, because the service or a proxy throttles. */
    boolean isHeldBack();

    /**
     * Waits until requests are no longer held back, and for a permit then.
     *
     * @return the answer with which the query ends if that is after its deadline; empty if the request may be sent now
     */
    Optional<Unavailable> awaitRelease() throws InterruptedException;

    /**
     * Waits for another permit, for a request that is repeated.
     *
     * @return the answer with which the query ends if there is no permit before its deadline; empty if the request may be sent now
     */
    Optional<Unavailable> awaitPermit() throws InterruptedException;

    /**
     * Reserves a retry of the budget for a request that is repeated within its attempt: with a new token, or on a new
     * connection. Waits while others have reserved all that is left.
     *
     * @param left the longest time to wait
     * @return whether it is reserved; false if the budget has none, or none in time
     */
    boolean reserveRetry(Duration left) throws InterruptedException;

    /** Settles a reservation: withdraws the retry from the budget if it failed, otherwise returns it. */
    void settleRetry(boolean failed);
}
