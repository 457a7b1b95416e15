package io.github.devicebatch.testkit.planted.broken.application;

import java.time.Clock;

public record SystemClock() {

    Clock clock() {
        return Clock.systemUTC();
    }
}
