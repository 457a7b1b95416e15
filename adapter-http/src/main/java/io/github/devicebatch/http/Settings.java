package io.github.devicebatch.http;

import java.time.Duration;

/** What every record of settings demands of its numbers. */
final class Settings {

    private Settings() {}

    static void demand(boolean holds, String what, Object given) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", not " + given);
        }
    }

    static void demandPositive(String name, Duration given) {
        demand(given.isPositive(), name + " is positive", given);
    }
}
