package io.github.devicebatch.cli.progress;

import io.github.devicebatch.cli.message.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Text for the time since a moment, in whole seconds: {@code 3m 05s}.
 *
 * @param time the clock
 */
public record ElapsedTime(InstantSource time) {

    /** Returns the time since {@code begin}; {@code 0s} if that is in the future. */
    public String since(Instant begin) {
        Duration elapsed = Duration.between(begin, time.instant());
        return DurationText.format(Duration.ofSeconds(Math.max(0, elapsed.toSeconds())));
    }
}
