package io.github.devicebatch.http;

import java.time.Duration;

/**
 * Settings of the retries of a query. The defaults are those of {@link #DEFAULT}.
 *
 * <p>An <em>attempt</em> sends the query once; a <em>retry</em> is any attempt but the first. The delay before retry <i>n</i>
 * is random between half of <i>d</i> and <i>d</i>, where <i>d</i> doubles from the initial interval up to the longest. If the
 * service named a delay, that is used, with at most a tenth or a second added.
 *
 * @param maxAttempts the most attempts of a query; 4
 * @param initialInterval <i>d</i> before the first retry; 0.8 seconds
 * @param throttledInitialInterval <i>d</i> before the first retry if the service throttled and named no delay; 2 seconds
 * @param maxInterval the largest <i>d</i>; 8 seconds
 * @param questionTimeout the longest time of a query with all its attempts and pauses; 120 seconds
 * @param budgetRatio the number of retries that each query adds to the budget of all queries; 0.2
 * @param budgetReserve the most retries in the budget, and its initial value; 10
 */
public record RetrySettings(
        int maxAttempts,
        Duration initialInterval,
        Duration throttledInitialInterval,
        Duration maxInterval,
        Duration questionTimeout,
        double budgetRatio,
        int budgetReserve) {

    /** The vendor's advice in numbers: few retries, none at once, and a budget against retry storms. */
    public static final RetrySettings DEFAULT = new RetrySettings(
            4, Duration.ofMillis(800), Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(120), 0.2, 10);

    /** One attempt per query, within the default time. */
    public static final RetrySettings NONE = DEFAULT.withMaxAttempts(1);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if there is less than one attempt, a duration is not positive or above a
     *     day, or the budget is negative
     */
    public RetrySettings {
        Validation.require(maxAttempts >= 1, "maxAttempts is at least 1", maxAttempts);
        Validation.requirePositive("initialInterval", initialInterval);
        Validation.requirePositive("throttledInitialInterval", throttledInitialInterval);
        Validation.requirePositive("maxInterval", maxInterval);
        Validation.requirePositive("questionTimeout", questionTimeout);
        Validation.require(budgetRatio >= 0 && budgetRatio <= 100, "budgetRatio is between 0 and 100", budgetRatio);
        Validation.require(budgetReserve >= 0, "budgetReserve is not negative", budgetReserve);
    }

    /**
     * Returns settings with another number of attempts.
     *
     * @param attempts the most attempts of a query; at least 1
     * @return the new settings
     * @throws IllegalArgumentException if {@code attempts} is less than 1
     */
    public RetrySettings withMaxAttempts(int attempts) {
        return new RetrySettings(
                attempts,
                initialInterval,
                throttledInitialInterval,
                maxInterval,
                questionTimeout,
                budgetRatio,
                budgetReserve);
    }

    /**
     * Returns settings with another time for a whole query.
     *
     * @param timeout the longest time of a query; positive, at most a day
     * @return the new settings
     * @throws IllegalArgumentException if {@code timeout} is not positive or above a day
     */
    public RetrySettings withQuestionTimeout(Duration timeout) {
        return new RetrySettings(
                maxAttempts,
                initialInterval,
                throttledInitialInterval,
                maxInterval,
                timeout,
                budgetRatio,
                budgetReserve);
    }
}
