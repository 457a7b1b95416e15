package io.github.devicebatch.http.context;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import java.util.Optional;

/**
 * Guard that every request passes directly before it is sent. Time may have passed since the query got its permit, because an
 * access token had to be obtained. Each method returns the answer with which the query ends if the request must not be sent, and
 * empty if it may be sent now. Thread-safe.
 */
public interface SendGuard {

    /** Waits while the service throttles. For the first request of an attempt, which has its permit. */
    Optional<Unavailable> beforeFirst() throws InterruptedException;

    /** Checks that the budget has a retry left and waits for another permit. For the request with a new token after a 401. */
    Optional<Unavailable> beforeRepeated() throws InterruptedException;

    /** Withdraws a retry from the budget, because the request with a new token got a 401 too. */
    void repeatedInVain();
}
