package io.github.devicebatch.testkit;

import java.time.Duration;
import java.time.Instant;

/** From when until when a certificate is valid: by the system's clock, because the client's check goes by no other. */
record Validity(Instant from, Instant until) {

    private static final Duration MONTH = Duration.ofDays(30);

    static Validity current() {
        return around(Instant.now());
    }

    static Validity past() {
        return around(Instant.now().minus(MONTH.multipliedBy(3)));
    }

    static Validity future() {
        return around(Instant.now().plus(MONTH.multipliedBy(3)));
    }

    private static Validity around(Instant middle) {
        return new Validity(middle.minus(MONTH), middle.plus(MONTH));
    }
}
