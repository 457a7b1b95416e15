package io.github.devicebatch.application.watch;

import java.time.Duration;
import java.time.Instant;

/** Operations on instants that saturate at {@link Instant#MAX}. */
final class Instants {

    private Instants() {}

    static Instant after(Instant moment, Duration duration) {
        return duration.compareTo(Duration.between(moment, Instant.MAX)) < 0 ? moment.plus(duration) : Instant.MAX;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
