package io.github.devicebatch.http;

import java.time.Duration;

/**
 * Settings of the rate limit on the attempts of all queries together. The defaults are those of {@link #DEFAULT}.
 *
 * <p>The vendor publishes no limit for this call, but advises fewer and fewer parallel requests. A limit only makes attempts
 * wait. While the service throttles, all attempts wait until the time that it named, with a limit or without.
 *
 * @param interval the time in which one attempt is earned; 200 milliseconds, which is 5 a second. Zero for no limit
 * @param burst the most earned attempts that are kept and may be sent at once; 10
 */
public record RateLimitSettings(Duration interval, int burst) {

    /** 5 attempts a second, 10 at once. */
    public static final RateLimitSettings DEFAULT = perSecond(5, 10);

    /** No limit: every attempt is sent at once, unless the service throttles. */
    public static final RateLimitSettings NONE = new RateLimitSettings(Duration.ZERO, 1);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if {@code interval} is negative or {@code burst} is less than 1
     */
    public RateLimitSettings {
        Validation.require(!interval.isNegative(), "interval is not negative", interval);
        Validation.require(burst >= 1, "burst is at least 1", burst);
    }

    /**
     * Creates settings from a number of attempts per second.
     *
     * @param attempts the number per second; at least 1, at most 1,000,000
     * @param burst the number at once; at least 1
     * @return the settings
     * @throws IllegalArgumentException if a number is out of range
     */
    public static RateLimitSettings perSecond(int attempts, int burst) {
        Validation.require(attempts >= 1 && attempts <= 1_000_000, "attempts per second are 1 to 1000000", attempts);
        return new RateLimitSettings(Duration.ofSeconds(1).dividedBy(attempts), burst);
    }
}
