package io.github.devicebatch.testkit.upload;

import java.time.Duration;

/** How long an upload waits its turn, and how long it is then worked on. */
public record UploadDurations(Duration queued, Duration processing) {

    /** The documented job took ten minutes. */
    static final UploadDurations DEFAULT = new UploadDurations(Duration.ofMinutes(1), Duration.ofMinutes(10));

    public UploadDurations {
        if (queued.isNegative() || processing.isNegative()) {
            throw new IllegalArgumentException("an upload takes no negative time: " + queued + ", " + processing);
        }
    }
}
