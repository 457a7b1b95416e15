package io.github.devicebatch.testkit.junit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * AssertJ assertions for the requests that a {@link FakePartnerCenter} received.
 *
 * <pre>{@code
 * assertThat(partnerCenter).received(2).requestsFor(batch).atLeast(57, SECONDS).apart();
 * }</pre>
 *
 * <p>A failure message lists the received requests. The static import of {@code assertThat} is compatible with AssertJ's own
 * and that of {@link BatchStatusAssert}. Not thread-safe.
 */
@SuppressWarnings("exports") // AssertJ is optional; users of the assertions require it themselves.
public final class FakePartnerCenterAssert extends AbstractAssert<FakePartnerCenterAssert, FakePartnerCenter> {

    private FakePartnerCenterAssert(FakePartnerCenter actual) {
        super(actual, FakePartnerCenterAssert.class);
    }

    /** Creates assertions for a fake, which may be closed. */
    public static FakePartnerCenterAssert assertThat(FakePartnerCenter actual) {
        return new FakePartnerCenterAssert(actual);
    }

    /**
     * Starts the verification of an exact number of requests; the next call selects them.
     */
    public ReceivedCount received(int count) {
        isNotNull();
        return new ReceivedCount(this, count);
    }

    /**
     * Verifies that no request was received.
     *
     * @return this
     * @throws AssertionError if a request was received
     */
    public FakePartnerCenterAssert receivedNothing() {
        isNotNull();
        verified(0, "requests", actual.requests());
        return this;
    }

    /** Verifies the number of {@code requests}, and returns assertions for them. */
    RecordedRequestsAssert verified(int count, String kind, List<RecordedRequest> requests) {
        if (requests.size() != count) {
            throw failure(
                    "%nExpecting%n  %s%nto have received %d %s%nbut it received %d. All received requests:%n%s",
                    actual, count, kind, requests.size(), RequestListing.of(actual.requests()));
        }
        return new RecordedRequestsAssert(kind, requests).as(descriptionText());
    }

    RecordedRequestsAssert requestsFor(int count, BatchReference batch) {
        return verified(
                count,
                "requests for " + batch,
                actual.requests().stream()
                        .filter(request -> request.isAbout(batch))
                        .toList());
    }

    RecordedRequestsAssert requests(int count) {
        return verified(count, "requests", actual.requests());
    }

    RecordedRequestsAssert requests(int count, String path) {
        return verified(
                count,
                "requests to " + path,
                actual.requests().stream()
                        .filter(request -> request.path().split("\\?", 2)[0].equalsIgnoreCase(path))
                        .toList());
    }

    /**
     * An expected number of requests. Not thread-safe.
     *
     * @see FakePartnerCenterAssert#received(int)
     */
    @SuppressWarnings("exports") // AssertJ is optional; users of the assertions require it themselves.
    public static final class ReceivedCount {

        private final FakePartnerCenterAssert fake;
        private final int count;

        ReceivedCount(FakePartnerCenterAssert fake, int count) {
            this.fake = fake;
            this.count = count;
        }

        /**
         * Verifies the number of status requests for a batch.
         *
         * @return assertions for these requests
         * @throws AssertionError if there were more or fewer
         */
        public RecordedRequestsAssert requestsFor(BatchReference batch) {
            return fake.requestsFor(count, requireNonNull(batch, "batch"));
        }

        /**
         * Verifies the number of all requests.
         *
         * @return assertions for these requests
         * @throws AssertionError if there were more or fewer
         */
        public RecordedRequestsAssert requests() {
            return fake.requests(count);
        }

        /**
         * Verifies the number of requests to a path, with any method and any query.
         *
         * @param path the path without query, case-insensitive
         * @return assertions for these requests
         * @throws AssertionError if there were more or fewer
         */
        public RecordedRequestsAssert requestsTo(String path) {
            return fake.requests(count, requireNonNull(path, "path"));
        }
    }
}
