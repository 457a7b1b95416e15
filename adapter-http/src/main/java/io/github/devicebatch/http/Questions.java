package io.github.devicebatch.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Makes questions: new ids, and a deadline for each. */
record Questions(InstantSource time, Supplier<UUID> correlationIds, Duration timeout) {

    Question next() {
        return new Question(randomId(), correlationIds.get(), time.instant(), timeout, time);
    }

    /** Makes an id of version 4. It has to differ from others, not to be a secret, so it need not cost what secrets cost. */
    static UUID randomId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
