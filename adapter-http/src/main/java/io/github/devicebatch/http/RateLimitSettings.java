package io.github.devicebatch.http;

import java.time.Duration;

/**
 * How many attempts are sent in a time, over all questions together. The defaults are those of {@link #DEFAULT}.
 *
 * <p>The vendor publishes no limit for this call; its advice is to ask less often and less in parallel. A limit only makes
 * attempts wait. When the service throttles, all wait until the time that it named, limit or not.
 *
 * @param interval one attempt is earned in each of these; 200 milliseconds, which is 5 a second. Zero for no limit
 * @param burst how many earned attempts are kept for later, so that they may go at once; 10
 */
public record RateLimitSettings(Duration interval, int burst) {

    /** 5 attempts a second, 10 at once. */
    public static final RateLimitSettings DEFAULT = perSecond(5, 10);

    /** No limit: every attempt goes at once, unless the service throttles. */
    public static final RateLimitSettings NONE = new RateLimitSettings(Duration.ZERO, 1);

    /**
     * Holds the settings.
     *
     * @throws IllegalArgumentException if {@code interval} is negative or {@code burst} is less than 1
     */
    public RateLimitSettings {
        Validation.demand(!interval.isNegative(), "interval is not negative", interval);
        Validation.demand(burst >= 1, "burst is at least 1", burst);
    }

    /**
     * Limits attempts to a number a second.
     *
     * @param attempts how many attempts a second; at least 1, at most 1,000,000
     * @param burst how many at once; at least 1
     * @return the settings
     * @throws IllegalArgumentException if a number is out of range
     */
    public static RateLimitSettings perSecond(int attempts, int burst) {
        Validation.demand(attempts >= 1 && attempts <= 1_000_000, "attempts a second are 1 to 1000000", attempts);
        return new RateLimitSettings(Duration.ofSeconds(1).dividedBy(attempts), burst);
    }
}
