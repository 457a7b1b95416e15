package io.github.devicebatch.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait in all.
 *
 * @param time the time; empty to wait until it is over, however long that takes
 */
record Patience(Optional<Duration> time) {

    /** Without end. */
    static final Patience ENDLESS = new Patience(Optional.empty());

    static Patience of(Duration time) {
        return new Patience(Optional.of(time));
    }
}
