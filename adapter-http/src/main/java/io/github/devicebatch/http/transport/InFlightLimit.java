package io.github.devicebatch.http.transport;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limit on the exchanges in flight of one client (ADR 0038). It rises while exchanges wait, and falls to what the server allows when that
 * refuses a stream. Thread-safe.
 */
final class InFlightLimit {

    /** The limit at the beginning: streams that an HTTP/2 server should allow at least (RFC 9113, 6.5.2). */
    static final int START = 100;

    /** The highest limit. */
    static final int MAX = 256;

    /** Responses after which the limit rises by one, once the server has refused a stream. */
    private static final int RESPONSES_PER_STEP = 100;

    private final AtomicInteger value = new AtomicInteger(START);
    private final AtomicInteger responses = new AtomicInteger();
    private volatile boolean refused;

    int value() {
        return value.get();
    }

    /** Starts again, for another client. */
    void reset() {
        value.set(START);
        refused = false;
    }

    /**
     * Lowers the limit after the server has refused a stream.
     *
     * @param others the number of exchanges in flight that it did not refuse
     * @return whether the limit is at most {@code others} now; false if there are none
     */
    boolean lower(int others) {
        if (others < 1) {
            return false;
        }
        refused = true;
        value.accumulateAndGet(others, Math::min);
        return true;
    }

    /**
     * Records a response. The limit rises by one if exchanges wait; after a refusal, with every hundredth response.
     *
     * @return whether it has risen
     */
    boolean answered(boolean someWait) {
        boolean rises = refused ? responses.incrementAndGet() % RESPONSES_PER_STEP == 0 : someWait;
        if (!rises || value.get() >= MAX) {
            return false;
        }
        value.updateAndGet(now -> Math.min(MAX, now + 1));
        return true;
    }
}
