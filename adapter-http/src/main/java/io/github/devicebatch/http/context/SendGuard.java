package io.github.devicebatch.http.context;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
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
     * Checks that the budget has a retry left and waits for another permit. For the request with a new token after a 401.
     *
     * @return the answer with which the query ends; empty if the request may be sent now
     */
    Optional<Unavailable> beforeRepeated() throws InterruptedException;

    /**
     * Withdraws a retry from the budget, because a request was repeated within its attempt and failed again: with a new token, or
     * on a new connection.
     */
    void repeatedInVain();
}
