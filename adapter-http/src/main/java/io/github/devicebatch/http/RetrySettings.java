package io.github.devicebatch.http;

import java.time.Duration;

/**
 * How often, and for how long, a question is asked again. The defaults are those of {@link #DEFAULT}.
 *
 * <p>An <em>attempt</em> sends the question once; a <em>retry</em> is any attempt but the first. The delay before retry
 * <i>n</i> is drawn evenly between half of <i>d</i> and <i>d</i>, where <i>d</i> doubles from the initial interval up to
 * the longest; but where the service said how long to stay away, that is waited, and at most a tenth or a second more.
 *
 * @param maxAttempts the most attempts a question makes; 4
 * @param initialInterval <i>d</i> before the first retry; 0.8 seconds
 * @param throttledInitialInterval the same after the service asked for fewer questions and did not say until when; 2 seconds
 * @param maxInterval the largest <i>d</i>; 8 seconds
 * @param questionTimeout the most time a question takes with all its attempts and pauses; 120 seconds
 * @param budgetRatio how many retries each question adds to the budget that all questions share; 0.2
 * @param budgetReserve how many retries the budget holds at most, and at first; 10
 */
public record RetrySettings(
        int maxAttempts,
        Duration initialInterval,
        Duration throttledInitialInterval,
        Duration maxInterval,
        Duration questionTimeout,
        double budgetRatio,
        int budgetReserve) {

    /** The vendor's advice in numbers: no immediate retry, few of them, and never a storm. */
    public static final RetrySettings DEFAULT = new RetrySettings(
            4, Duration.ofMillis(800), Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(120), 0.2, 10);

    /** One attempt a question, and the default time for it. */
    public static final RetrySettings NONE = DEFAULT.withMaxAttempts(1);

    /**
     * Holds the settings.
     *
     * @throws IllegalArgumentException if there is less than one attempt, a duration is not positive or above a
     *     day, or the budget is negative
     */
    public RetrySettings {
        Validation.demand(maxAttempts >= 1, "maxAttempts is at least 1", maxAttempts);
        Validation.demandPositive("initialInterval", initialInterval);
        Validation.demandPositive("throttledInitialInterval", throttledInitialInterval);
        Validation.demandPositive("maxInterval", maxInterval);
        Validation.demandPositive("questionTimeout", questionTimeout);
        Validation.demand(budgetRatio >= 0 && budgetRatio <= 100, "budgetRatio is between 0 and 100", budgetRatio);
        Validation.demand(budgetReserve >= 0, "budgetReserve is not negative", budgetReserve);
    }

    /**
     * Changes the number of attempts.
     *
     * @param attempts the most attempts a question makes; at least 1
     * @return the settings with that number
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
     * Changes the time for a whole question.
     *
     * @param timeout the most time a question takes; positive, at most a day
     * @return the settings with that time
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
