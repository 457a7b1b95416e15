package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What a {@link BatchWatch} is made of. */
record WatchParts(
        BatchStatusQuery query, InstantSource time, Pause pause, WatchSettings settings, RandomGenerator random) {

    WatchParts {
        requireNonNull(query, "query");
        requireNonNull(time, "time");
        requireNonNull(pause, "pause");
        requireNonNull(settings, "settings");
        requireNonNull(random, "random");
    }
}
