package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.time.Instant;

/** The time until which no request of a watch is sent. Belongs to the watching thread. */
final class GlobalHold {

    private Instant end = Instant.MIN;

    /** Returns the end of the hold; {@link Instant#MIN} without a hold. */
    Instant end() {
        return end;
    }

    /**
     * Extends the hold if the service throttles the partner or the circuit breaker is open. A hold never gets shorter.
     *
     * @return true if the hold was extended
     */
    boolean extendedBy(Unavailable unavailable, Instant now) {
        boolean concernsAll = unavailable.cause() == UnavailabilityCause.THROTTLED
                || unavailable.cause() == UnavailabilityCause.CIRCUIT_OPEN;
        Instant until = Instants.after(now, unavailable.retryAfter().orElse(Duration.ZERO));
        boolean longer = concernsAll && until.isAfter(Instants.later(now, end));
        end = longer ? until : end;
        return longer;
    }
}
