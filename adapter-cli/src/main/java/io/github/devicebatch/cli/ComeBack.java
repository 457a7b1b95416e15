package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When the service may be asked again, to the second and never too early. */
final class ComeBack {

    private static final int ALMOST_A_SECOND = 999_999_999;

    private ComeBack() {}

    static Optional<Instant> at(Unavailable unavailable, InstantSource time) {
        return unavailable.retryAfter().map(wait -> after(wait, time));
    }

    static Instant after(Duration wait, InstantSource time) {
        return time.instant().plus(wait).plusNanos(ALMOST_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
    }
}
