package io.github.devicebatch.testkit;

import java.time.Duration;

/** How long an upload waits its turn, and how long it is then worked on. */
record UploadPace(Duration queued, Duration processing) {

    /** The documented job took ten minutes. */
    static final UploadPace DEFAULT = new UploadPace(Duration.ofMinutes(1), Duration.ofMinutes(10));

    UploadPace {
        if (queued.isNegative() || processing.isNegative()) {
            throw new IllegalArgumentException("an upload takes no negative time: " + queued + ", " + processing);
        }
    }
}
