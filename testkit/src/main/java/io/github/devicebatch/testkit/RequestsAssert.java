package io.github.devicebatch.testkit;

import java.time.Duration;
import java.time.temporal.TemporalUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about some of the requests that a {@link FakePartnerCenter} received, oldest first. Used by one thread.
 *
 * @see FakePartnerCenterAssert#received(int)
 */
@SuppressWarnings("exports") // AssertJ is optional: whoever uses the assertions requires it
public final class RequestsAssert extends AbstractAssert<RequestsAssert, List<ReceivedRequest>> {

    private final String kind;

    RequestsAssert(String kind, List<ReceivedRequest> actual) {
        super(actual, RequestsAssert.class);
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
        return new Interval(this, "at least " + JournalText.seconds(least), passed -> passed.compareTo(least) >= 0);
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
        return new Interval(this, "at most " + JournalText.seconds(most), passed -> passed.compareTo(most) <= 0);
    }

    /**
     * Verifies that all have the same {@code MS-RequestId}: they are attempts of one question.
     *
     * @return these assertions
     * @throws AssertionError if one has another or none
     */
    public RequestsAssert withSameRequestId() {
        return verify(all(RequestsAssert::hasRequestId) && requestIds().count() <= 1, "to have the same MS-RequestId");
    }

    /**
     * Verifies that each has an {@code MS-RequestId} of its own: each is a question of its own.
     *
     * @return these assertions
     * @throws AssertionError if two have the same, or one has none
     */
    public RequestsAssert withDifferentRequestIds() {
        return verify(
                all(RequestsAssert::hasRequestId) && requestIds().count() == actual.size(),
                "to have an MS-RequestId each");
    }

    /**
     * Verifies that all came on the same TCP connection.
     *
     * @return these assertions
     * @throws AssertionError if one came on another
     */
    public RequestsAssert onOneConnection() {
        long connections =
                actual.stream().mapToInt(ReceivedRequest::connection).distinct().count();
        return verify(connections <= 1, "to come on one connection");
    }

    /**
     * Verifies that all have a header, with this value among others. {@link ReceivedRequest#REDACTED} is the value of every
     * credential.
     *
     * @param name the name, in any case
     * @param value the value
     * @return these assertions
     * @throws AssertionError if one has not
     */
    public RequestsAssert withHeader(String name, String value) {
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
    public RequestsAssert withoutHeader(String name) {
        return verify(all(request -> request.header(name).isEmpty()), "to have no header " + name);
    }

    /**
     * Verifies what they were answered with.
     *
     * @param statuses the HTTP status of each answer, in order
     * @return these assertions
     * @throws AssertionError if one was answered with another status, or not at all
     */
    public RequestsAssert answeredWith(int... statuses) {
        int[] found =
                actual.stream().mapToInt(request -> request.status().orElse(-1)).toArray();
        return verify(Arrays.equals(found, statuses), "to be answered with " + Arrays.toString(statuses));
    }

    RequestsAssert verify(boolean isSo, String expected) {
        if (!isSo) {
            throw failure("%nExpecting the %s%n%s%n%s", kind, JournalText.of(actual), expected);
        }
        return this;
    }

    List<ReceivedRequest> requests() {
        return actual;
    }

    private boolean all(Predicate<ReceivedRequest> condition) {
        return actual.stream().allMatch(condition);
    }

    private Stream<String> requestIds() {
        return actual.stream()
                .flatMap(request -> request.header("MS-RequestId").stream())
                .distinct();
    }

    private static boolean hasRequestId(ReceivedRequest request) {
        return request.header("MS-RequestId").isPresent();
    }
}
