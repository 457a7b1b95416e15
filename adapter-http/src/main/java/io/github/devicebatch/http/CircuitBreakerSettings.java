package io.github.devicebatch.http;

import java.time.Duration;

/**
 * When the service is left alone because it keeps failing. The defaults are those of {@link #DEFAULT}.
 *
 * <p>Connections that fail, attempts that time out and faults of the service count as failures. What the service declines,
 * throttles or garbles does not count, nor does what the caller interrupts.
 *
 * @param slidingWindowSize over how many of the last attempts failures are counted; 20
 * @param minimumNumberOfCalls how many attempts there must be before failures open the circuit; 10
 * @param failureRateThreshold the share of failures, in percent, that opens it; 50
 * @param waitDurationInOpenState how long it stays open; 30 seconds
 * @param permittedNumberOfCallsInHalfOpenState how many attempts then probe whether the service is back; 3
 * @param maxWaitDurationInHalfOpenState how long probes that never end may keep others out; 10 seconds
 */
public record CircuitBreakerSettings(
        int slidingWindowSize,
        int minimumNumberOfCalls,
        int failureRateThreshold,
        Duration waitDurationInOpenState,
        int permittedNumberOfCallsInHalfOpenState,
        Duration maxWaitDurationInHalfOpenState) {

    /** Ten failures out of at most twenty attempts open the circuit for half a minute. */
    public static final CircuitBreakerSettings DEFAULT =
            new CircuitBreakerSettings(20, 10, 50, Duration.ofSeconds(30), 3, Duration.ofSeconds(10));

    /**
     * Holds the settings.
     *
     * @throws IllegalArgumentException if a number or duration is not positive, a duration is above a day, the threshold is
     *     above 100, or the minimum is larger than the window
     */
    public CircuitBreakerSettings {
        Validation.demand(slidingWindowSize >= 1, "slidingWindowSize is at least 1", slidingWindowSize);
        Validation.demand(
                minimumNumberOfCalls >= 1 && minimumNumberOfCalls <= slidingWindowSize,
                "minimumNumberOfCalls is between 1 and slidingWindowSize",
                minimumNumberOfCalls);
        Validation.demand(
                failureRateThreshold >= 1 && failureRateThreshold <= 100,
                "failureRateThreshold is between 1 and 100",
                failureRateThreshold);
        Validation.demandPositive("waitDurationInOpenState", waitDurationInOpenState);
        Validation.demand(
                permittedNumberOfCallsInHalfOpenState >= 1,
                "permittedNumberOfCallsInHalfOpenState is at least 1",
                permittedNumberOfCallsInHalfOpenState);
        Validation.demandPositive("maxWaitDurationInHalfOpenState", maxWaitDurationInHalfOpenState);
    }
}
