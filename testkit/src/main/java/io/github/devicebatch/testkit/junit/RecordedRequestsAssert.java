package io.github.devicebatch.testkit.junit;

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
 * AssertJ assertions for requests that a {@link FakePartnerCenter} received, oldest first. Not thread-safe.
 *
 * @see FakePartnerCenterAssert#received(int)
 */
@SuppressWarnings("exports") // AssertJ is optional; users of the assertions require it themselves.
public final class RecordedRequestsAssert extends AbstractAssert<RecordedRequestsAssert, List<RecordedRequest>> {

    private final String kind;

    RecordedRequestsAssert(String kind, List<RecordedRequest> actual) {
        super(actual, RecordedRequestsAssert.class);
        this.kind = kind;
    }

    /**
     * Starts the verification of the minimum time between two requests; {@link Interval#apart} ends it.
     *
     * @param amount the time on the fake's clock, in {@code unit}
     * @param unit the unit, such as {@link java.time.temporal.ChronoUnit#SECONDS}
     */
    public Interval atLeast(long amount, TemporalUnit unit) {
        return atLeast(Duration.of(amount, unit));
    }

    /**
     * Starts the verification of the minimum time between two requests; {@link Interval#apart} ends it.
     *
     * @param minimum the time on the fake's clock
     */
    public Interval atLeast(Duration minimum) {
        return new Interval(
                this, "at least " + RequestListing.seconds(minimum), elapsed -> elapsed.compareTo(minimum) >= 0);
    }

    /**
     * Starts the verification of the maximum time between two requests; {@link Interval#apart} ends it.
     *
     * @param amount the time on the fake's clock, in {@code unit}
     * @param unit the unit, such as {@link java.time.temporal.ChronoUnit#SECONDS}
     */
    public Interval atMost(long amount, TemporalUnit unit) {
        return atMost(Duration.of(amount, unit));
    }

    /**
     * Starts the verification of the maximum time between two requests; {@link Interval#apart} ends it.
     *
     * @param maximum the time on the fake's clock
     */
    public Interval atMost(Duration maximum) {
        return new Interval(
                this, "at most " + RequestListing.seconds(maximum), elapsed -> elapsed.compareTo(maximum) <= 0);
    }

    /**
     * Verifies that all have the same {@code MS-RequestId}, as the attempts of one call do.
     *
     * @return this
     * @throws AssertionError if a request has another one or none
     */
    public RecordedRequestsAssert withSameRequestId() {
        return verify(
                all(RecordedRequestsAssert::hasRequestId) && requestIds().count() <= 1,
                "to have the same MS-RequestId");
    }

    /**
     * Verifies that each has a different {@code MS-RequestId}, as different calls do.
     *
     * @return this
     * @throws AssertionError if two have the same one, or a request has none
     */
    public RecordedRequestsAssert withDifferentRequestIds() {
        return verify(
                all(RecordedRequestsAssert::hasRequestId) && requestIds().count() == actual.size(),
                "to have an MS-RequestId each");
    }

    /**
     * Verifies that all were received on the same TCP connection.
     *
     * @return this
     * @throws AssertionError if there was more than one connection
     */
    public RecordedRequestsAssert onOneConnection() {
        long connections =
                actual.stream().mapToInt(RecordedRequest::connection).distinct().count();
        return verify(connections <= 1, "to come on one connection");
    }

    /**
     * Verifies that all have a header with this value; other values of the header are ignored. The value of every credential
     * is {@link RecordedRequest#REDACTED}.
     *
     * @param name the name, case-insensitive
     * @param value the value
     * @return this
     * @throws AssertionError if a request does not have it
     */
    public RecordedRequestsAssert withHeader(String name, String value) {
        return verify(
                all(request -> request.headers().getOrDefault(name, List.of()).contains(value)),
                "to have the header " + name + ": " + value);
    }

    /**
     * Verifies that none has a header.
     *
     * @param name the name, case-insensitive
     * @return this
     * @throws AssertionError if a request has it
     */
    public RecordedRequestsAssert withoutHeader(String name) {
        return verify(all(request -> request.header(name).isEmpty()), "to have no header " + name);
    }

    /**
     * Verifies the HTTP statuses of the responses.
     *
     * @param statuses the status of each response, in order
     * @return this
     * @throws AssertionError if a status differs, or a request had no response
     */
    public RecordedRequestsAssert answeredWith(int... statuses) {
        int[] actualStatuses =
                actual.stream().mapToInt(request -> request.status().orElse(-1)).toArray();
        return verify(Arrays.equals(actualStatuses, statuses), "to be answered with " + Arrays.toString(statuses));
    }

    RecordedRequestsAssert verify(boolean isMet, String expected) {
        if (!isMet) {
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
     * A bound for the time between two requests. Not thread-safe.
     *
     * @see RecordedRequestsAssert#atLeast(Duration)
     */
    @SuppressWarnings("exports") // AssertJ is optional; users of the assertions require it themselves.
    public static final class Interval {

        private final RecordedRequestsAssert requests;
        private final String bound;
        private final Predicate<Duration> isWithin;

        Interval(RecordedRequestsAssert requests, String bound, Predicate<Duration> isWithin) {
            this.requests = requests;
            this.bound = bound;
            this.isWithin = isWithin;
        }

        /**
         * Verifies the time between each request and the next.
         *
         * @return the assertions that this bound belongs to
         * @throws AssertionError if a time is out of the bound, or if there are fewer than two requests
         */
        public RecordedRequestsAssert apart() {
            List<RecordedRequest> recorded = requests.requests();
            boolean all = IntStream.range(1, recorded.size())
                    .mapToObj(next -> Duration.between(
                            recorded.get(next - 1).when(), recorded.get(next).when()))
                    .allMatch(isWithin);
            return requests.verify(
                    all && recorded.size() > 1, "to be two or more, each " + bound + " after the previous one");
        }
    }
}
