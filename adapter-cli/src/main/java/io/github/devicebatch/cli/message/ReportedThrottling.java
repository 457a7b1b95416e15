package io.github.devicebatch.cli.message;

import java.time.Duration;
import java.time.Instant;

/** Record of the throttling that was reported last, so that many requests which meet the same one report it once. */
public final class ReportedThrottling {

    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private Instant reportedUntil = Instant.MIN;

    /** Returns whether a throttling was reported that ends at {@code until}, less than 1 s before it, or later. */
    public boolean covers(Instant until) {
        return until.isBefore(reportedUntil.plus(TOLERANCE));
    }

    /** Records that a throttling was reported. */
    public void reported(Instant until) {
        reportedUntil = until;
    }
}
