package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;

/** Says why a question was not asked again although it may have helped. */
final class OutOf {

    private OutOf() {}

    /** The next attempt would come too late. What the service told stays: it says when to come back. */
    static Unavailable time(Unavailable last) {
        return last.retryAfter().isPresent()
                ? last
                : new Unavailable(
                        UnavailabilityCause.DEADLINE,
                        "no time is left for another attempt; the last one: " + last.detail(),
                        last.retryAfter(),
                        last.trace());
    }

    /** Too many questions needed retries of late. */
    static Unavailable budget(Unavailable last) {
        return new Unavailable(
                last.cause(),
                last.detail() + "; not retried, because the budget for retries is used up",
                last.retryAfter(),
                last.trace());
    }
}
