package io.github.devicebatch.testkit.planted.broken.domain;

import java.time.Instant;

public record InstantNow() {

    Instant now() {
        return Instant.now();
    }
}
