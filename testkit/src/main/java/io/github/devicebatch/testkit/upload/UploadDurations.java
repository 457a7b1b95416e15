package io.github.devicebatch.testkit.upload;

import java.time.Duration;

/**
 * The durations of the two phases of an upload.
 *
 * @param queued the time in the queue
 * @param processing the time of processing
 */
public record UploadDurations(Duration queued, Duration processing) {

    /** A minute in the queue, and the ten minutes of the vendor's documented example. */
    static final UploadDurations DEFAULT = new UploadDurations(Duration.ofMinutes(1), Duration.ofMinutes(10));

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if either is negative
     */
    public UploadDurations {
        if (queued.isNegative() || processing.isNegative()) {
            throw new IllegalArgumentException(
                    "the durations of an upload must not be negative: " + queued + ", " + processing);
        }
    }
}
