package io.github.devicebatch.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes questions: new ids, and a deadline for each. */
record Questions(InstantSource time, Supplier<UUID> correlationIds, Duration timeout) {

    Question next() {
        Instant now = time.instant();
        return new Question(UUID.randomUUID(), correlationIds.get(), now, now.plus(timeout));
    }
}
