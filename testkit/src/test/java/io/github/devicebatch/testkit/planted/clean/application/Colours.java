package io.github.devicebatch.testkit.planted.clean.application;

import io.github.devicebatch.testkit.planted.clean.domain.Colour;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** Reads a clock that is handed in. */
public record Colours(Clock clock, InstantSource time) {

    public Instant seen(Colour colour) {
        return colour.name().isEmpty() ? Instant.now(clock) : time.instant();
    }
}
