package io.github.devicebatch.http;

import java.time.Duration;

/**
 * Settings of the circuit breaker, which sends nothing for a while after repeated failures of the service. The defaults are
 * those of {@link #DEFAULT}.
 *
 * <p>Failed connections, timeouts and errors of the service are failures. Refused, throttled and malformed answers are not,
 * nor are interruptions.
 *
 * @param slidingWindowSize the number of last attempts over which failures are counted; 20
 * @param minimumNumberOfCalls the number of attempts before which the circuit does not open; 10
 * @param failureRateThreshold the share of failures, in percent, that opens the circuit; 50
 * @param waitDurationInOpenState how long the circuit stays open; 30 seconds
 * @param permittedNumberOfCallsInHalfOpenState the number of attempts that then probe the service; 3
 * @param maxWaitDurationInHalfOpenState how long probes without an end block other attempts; 10 seconds
 */
public record CircuitBreakerSettings(
        int slidingWindowSize,
        int minimumNumberOfCalls,
        int failureRateThreshold,
        Duration waitDurationInOpenState,
        int permittedNumberOfCallsInHalfOpenState,
        Duration maxWaitDurationInHalfOpenState) {

    /** Ten failures in at most twenty attempts open the circuit for half a minute. */
    public static final CircuitBreakerSettings DEFAULT =
            new CircuitBreakerSettings(20, 10, 50, Duration.ofSeconds(30), 3, Duration.ofSeconds(10));

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if a number or duration is not positive, a duration is above a day, the threshold is
     *     above 100, or the minimum is larger than the window
     */
    public CircuitBreakerSettings {
        Validation.require(slidingWindowSize >= 1, "slidingWindowSize is at least 1", slidingWindowSize);
        Validation.require(
                minimumNumberOfCalls >= 1 && minimumNumberOfCalls <= slidingWindowSize,
                "minimumNumberOfCalls is between 1 and slidingWindowSize",
                minimumNumberOfCalls);
        Validation.require(
                failureRateThreshold >= 1 && failureRateThreshold <= 100,
                "failureRateThreshold is between 1 and 100",
                failureRateThreshold);
        Validation.requirePositive("waitDurationInOpenState", waitDurationInOpenState);
        Validation.require(
                permittedNumberOfCallsInHalfOpenState >= 1,
                "permittedNumberOfCallsInHalfOpenState is at least 1",
                permittedNumberOfCallsInHalfOpenState);
        Validation.requirePositive("maxWaitDurationInHalfOpenState", maxWaitDurationInHalfOpenState);
    }
}
