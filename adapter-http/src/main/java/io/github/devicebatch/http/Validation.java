package io.github.devicebatch.http;

import java.time.Duration;

/** Checks of arguments. */
final class Validation {

    private static final Duration MAX = Duration.ofDays(1);

    private Validation() {}

    /** Checks a condition; {@code rule} states it for the message. */
    static void require(boolean condition, String rule, Object given) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ", not " + given);
        }
    }

    /** Checks that a duration is positive and at most a day. */
    static void requirePositive(String name, Duration given) {
        require(given.isPositive() && given.compareTo(MAX) <= 0, name + " is positive and at most a day", given);
    }
}
