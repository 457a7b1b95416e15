package io.github.devicebatch.http;

import java.time.Duration;

/** What every record of settings demands of its numbers. */
final class Validation {

    private static final Duration LONGEST = Duration.ofDays(1);

    private Validation() {}

    static void demand(boolean holds, String what, Object given) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", not " + given);
        }
    }

    static void demandPositive(String name, Duration given) {
        demand(given.isPositive() && given.compareTo(LONGEST) <= 0, name + " is positive and at most a day", given);
    }
}
