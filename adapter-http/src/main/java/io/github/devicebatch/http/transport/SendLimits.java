package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits on the requests of all exchanges. A hold, while a server throttles, is checked directly before each request is sent: an
 * exchange may have waited for a connection meanwhile. Thread-safe.
 */
public interface SendLimits {

    /** No limits. */
    SendLimits NONE = new SendLimits() {
        @Override
        public boolean isHeldBack() {
            return false;
        }

        @Override
        public Optional<Unavailable> awaitRelease() {
            return Optional.empty();
        }

        @Override
        public boolean reserveRetry(Duration left) {
            return true;
        }

        @Override
        public void settleRetry(boolean failed) {
            // ignored: there is no limit
        }

        @Override
        public Optional<Unavailable> awaitPermit() {
            return Optional.empty();
        }
    };

    /** Checks whether no request may be sent now. */
    boolean isHeldBack();

    /**
     * Waits until a request may be sent.
     *
     * @return the answer if that is after the deadline of the query; empty if it may be sent now
     */
    Optional<Unavailable> awaitRelease() throws InterruptedException;

    /**
     * Reserves the immediate retry of an exchange. Waits while others have reserved all that is left.
     *
     * @param left the longest time to wait
     * @return whether it may be sent
     */
    boolean reserveRetry(Duration left) throws InterruptedException;

    /**
     * Settles a reservation.
     *
     * @param failed whether the retry had no response either, or one with status 5xx
     */
    void settleRetry(boolean failed);

    /**
     * Waits for a permit for one request more, for an exchange that sends its request again.
     *
     * @return the answer if there is none before the deadline of the query; empty if it may be sent now
     */
    Optional<Unavailable> awaitPermit() throws InterruptedException;
}
