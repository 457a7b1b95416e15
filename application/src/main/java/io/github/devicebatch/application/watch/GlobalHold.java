package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.time.Instant;

/** Until when every question of a watch is held back. Belongs to the thread that watches. */
final class GlobalHold {

    private Instant end = Instant.MIN;

    /** Returns until when; a moment long past if nothing is held back. */
    Instant end() {
        return end;
    }

    /**
     * Holds everything back if it is the partner whom the service throttles, or the service that is left alone. A hold
     * never gets shorter.
     *
     * @return whether it is longer now
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
