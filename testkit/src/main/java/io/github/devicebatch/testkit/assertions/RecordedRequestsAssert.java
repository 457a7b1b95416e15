package io.github.devicebatch.testkit.assertions;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import java.time.temporal.TemporalUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about some of the requests that a {@link FakePartnerCenter} received, oldest first. Used by one thread.
 *
 * @see FakePartnerCenterAssert#received(int)
 */
@SuppressWarnings("exports") // AssertJ is optional: whoever uses the assertions requires it
public final class RecordedRequestsAssert extends AbstractAssert<RecordedRequestsAssert, List<RecordedRequest>> {

    private final String kind;

    RecordedRequestsAssert(String kind, List<RecordedRequest> actual) {
        super(actual, RecordedRequestsAssert.class);
        this.kind = kind;
    }

    /**
     * Names the least time from each request to the next: go on with {@link Interval#apart}.
     *
     * @param amount how long, on the fake's clock
     * @param unit in which unit, such as {@link java.time.temporal.ChronoUnit#SECONDS}
     * @return what verifies it
     */
    public Interval atLeast(long amount, TemporalUnit unit) {
        return atLeast(Duration.of(amount, unit));
    }

    /**
     * Names the least time from each request to the next: go on with {@link Interval#apart}.
     *
     * @param least how long, on the fake's clock
     * @return what verifies it
     */
    public Interval atLeast(Duration least) {
        return new Interval(this, "at least " + RequestListing.seconds(least), passed -> passed.compareTo(least) >= 0);
    }

    /**
     * Names the most time from each request to the next: go on with {@link Interval#apart}.
     *
     * @param amount how long, on the fake's clock
     * @param unit in which unit, such as {@link java.time.temporal.ChronoUnit#SECONDS}
     * @return what verifies it
     */
    public Interval atMost(long amount, TemporalUnit unit) {
        return atMost(Duration.of(amount, unit));
    }

    /**
     * Names the most time from each request to the next: go on with {@link Interval#apart}.
     *
     * @param most how long, on the fake's clock
     * @return what verifies it
     */
    public Interval atMost(Duration most) {
        return new Interval(this, "at most " + RequestListing.seconds(most), passed -> passed.compareTo(most) <= 0);
    }

    /**
     * Verifies that all have the same {@code MS-RequestId}: they are attempts of one question.
     *
     * @return these assertions
     * @throws AssertionError if one has another or none
     */
    public RecordedRequestsAssert withSameRequestId() {
        return verify(
                all(RecordedRequestsAssert::hasRequestId) && requestIds().count() <= 1,
                "to have the same MS-RequestId");
    }

    /**
     * Verifies that each has an {@code MS-RequestId} of its own: each is a question of its own.
     *
     * @return these assertions
     * @throws AssertionError if two have the same, or one has none
     */
    public RecordedRequestsAssert withDifferentRequestIds() {
        return verify(
                all(RecordedRequestsAssert::hasRequestId) && requestIds().count() == actual.size(),
                "to have an MS-RequestId each");
    }

    /**
     * Verifies that all came on the same TCP connection.
     *
     * @return these assertions
     * @throws AssertionError if one came on another
     */
    public RecordedRequestsAssert onOneConnection() {
        long connections =
                actual.stream().mapToInt(RecordedRequest::connection).distinct().count();
        return verify(connections <= 1, "to come on one connection");
    }

    /**
     * Verifies that all have a header, with this value among others. {@link RecordedRequest#REDACTED} is the value of every
     * credential.
     *
     * @param name the name, in any case
     * @param value the value
     * @return these assertions
     * @throws AssertionError if one has not
     */
    public RecordedRequestsAssert withHeader(String name, String value) {
        return verify(
                all(request -> request.headers().getOrDefault(name, List.of()).contains(value)),
                "to have the header " + name + ": " + value);
    }

    /**
     * Verifies that none has a header.
     *
     * @param name the name, in any case
     * @return these assertions
     * @throws AssertionError if one has
     */
    public RecordedRequestsAssert withoutHeader(String name) {
        return verify(all(request -> request.header(name).isEmpty()), "to have no header " + name);
    }

    /**
     * Verifies what they were answered with.
     *
     * @param statuses the HTTP status of each answer, in order
     * @return these assertions
     * @throws AssertionError if one was answered with another status, or not at all
     */
    public RecordedRequestsAssert answeredWith(int... statuses) {
        int[] found =
                actual.stream().mapToInt(request -> request.status().orElse(-1)).toArray();
        return verify(Arrays.equals(found, statuses), "to be answered with " + Arrays.toString(statuses));
    }

    RecordedRequestsAssert verify(boolean isSo, String expected) {
        if (!isSo) {
            throw failure("%nExpecting the %s%n%s%n%s", kind, RequestListing.of(actual), expected);
        }
        return this;
    }

    List<RecordedRequest> requests() {
        return actual;
    }

    private boolean all(Predicate<RecordedRequest> condition) {
        return actual.stream().allMatch(condition);
    }

    private Stream<String> requestIds() {
        return actual.stream()
                .flatMap(request -> request.header("MS-RequestId").stream())
                .distinct();
    }

    private static boolean hasRequestId(RecordedRequest request) {
        return request.header("MS-RequestId").isPresent();
    }

    /**
     * The time from each of some requests to the next. Used by one thread.
     *
     * @see RecordedRequestsAssert#atLeast(Duration)
     */
    @SuppressWarnings("exports")
    public // AssertJ is optional: whoever uses the assertions requires it
    static final class Interval {

        private final RecordedRequestsAssert about;
        private final String bound;
        private final Predicate<Duration> keeps;

        Interval(RecordedRequestsAssert about, String bound, Predicate<Duration> keeps) {
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
        public RecordedRequestsAssert apart() {
            List<RecordedRequest> requests = about.requests();
            boolean all = IntStream.range(1, requests.size())
                    .mapToObj(next -> Duration.between(
                            requests.get(next - 1).when(), requests.get(next).when()))
                    .allMatch(keeps);
            return about.verify(
                    all && requests.size() > 1, "to be two or more, each " + bound + " after the one before");
        }
    }
}
