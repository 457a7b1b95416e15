package io.github.devicebatch.testkit;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The time from each of some requests to the next. Used by one thread.
 *
 * @see RequestsAssert#atLeast(Duration)
 */
@SuppressWarnings("exports") // AssertJ is optional: whoever uses the assertions requires it
public final class Interval {

    private final RequestsAssert about;
    private final String bound;
    private final Predicate<Duration> keeps;

    Interval(RequestsAssert about, String bound, Predicate<Duration> keeps) {
        this.about = about;
        this.bound = bound;
        this.keeps = keeps;
    }

    /**
     * Verifies that each request came that much later than the one before.
     *
     * @return the assertions that it belongs to
     * @throws AssertionError if one did not, or if there are not two requests
     */
    public RequestsAssert apart() {
        List<ReceivedRequest> requests = about.requests();
        boolean all = IntStream.range(1, requests.size())
                .mapToObj(next -> Duration.between(
                        requests.get(next - 1).when(), requests.get(next).when()))
                .allMatch(keeps);
        return about.verify(all && requests.size() > 1, "to be two or more, each " + bound + " after the one before");
    }
}
