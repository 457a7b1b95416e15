package io.github.devicebatch.testkit.assertions;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what a {@link FakePartnerCenter} received, for AssertJ.
 *
 * <pre>{@code
 * assertThat(partnerCenter).received(2).questionsAbout(batch).atLeast(57, SECONDS).apart();
 * }</pre>
 *
 * <p>Where they fail, the message lists the requests. Import it beside AssertJ's own {@code assertThat} and that of
 * {@link BatchStatusAssert}: the compiler tells them apart. Used by one thread.
 */
@SuppressWarnings("exports") // AssertJ is optional: whoever uses the assertions requires it
public final class FakePartnerCenterAssert extends AbstractAssert<FakePartnerCenterAssert, FakePartnerCenter> {

    private FakePartnerCenterAssert(FakePartnerCenter actual) {
        super(actual, FakePartnerCenterAssert.class);
    }

    /**
     * Begins assertions about a fake.
     *
     * @param actual the fake, open or closed
     * @return the assertions
     */
    public static FakePartnerCenterAssert assertThat(FakePartnerCenter actual) {
        return new FakePartnerCenterAssert(actual);
    }

    /**
     * Begins an assertion about exactly so many requests, of a kind that is to be named next.
     *
     * @param count how many
     * @return what asks for the kind
     */
    public ReceivedCount received(int count) {
        isNotNull();
        return new ReceivedCount(this, count);
    }

    /**
     * Verifies that no request came at all.
     *
     * @return these assertions
     * @throws AssertionError if one came
     */
    public FakePartnerCenterAssert receivedNothing() {
        isNotNull();
        verified(0, "requests", actual.requests());
        return this;
    }

    /** Verifies that {@code requests} are so many, and gives assertions about them. */
    RecordedRequestsAssert verified(int count, String kind, List<RecordedRequest> requests) {
        if (requests.size() != count) {
            throw failure(
                    "%nExpecting%n  %s%nto have received %d %s%nbut it received %d. All it received:%n%s",
                    actual, count, kind, requests.size(), RequestListing.of(actual.requests()));
        }
        return new RecordedRequestsAssert(kind, requests).as(descriptionText());
    }

    RecordedRequestsAssert questions(int count, BatchReference batch) {
        return verified(
                count,
                "questions about " + batch,
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
     * A number of requests of a kind that is still to be named. Used by one thread.
     *
     * @see FakePartnerCenterAssert#received(int)
     */
    @SuppressWarnings("exports")
    public // AssertJ is optional: whoever uses the assertions requires it
    static final class ReceivedCount {

        private final FakePartnerCenterAssert about;
        private final int count;

        ReceivedCount(FakePartnerCenterAssert about, int count) {
            this.about = about;
            this.count = count;
        }

        /**
         * Verifies that so many questions came where a batch stands, whatever they were answered with. Others do not count.
         *
         * @param batch whose which upload
         * @return assertions about these requests
         * @throws AssertionError if there were more or fewer
         */
        public RecordedRequestsAssert questionsAbout(BatchReference batch) {
            return about.questions(count, requireNonNull(batch, "batch"));
        }

        /**
         * Verifies that so many requests came in all.
         *
         * @return assertions about these requests
         * @throws AssertionError if there were more or fewer
         */
        public RecordedRequestsAssert requests() {
            return about.requests(count);
        }

        /**
         * Verifies that so many requests came to a path, by any method and with any query. Others do not count.
         *
         * @param path the path without its query, in any case
         * @return assertions about these requests
         * @throws AssertionError if there were more or fewer
         */
        public RecordedRequestsAssert requestsTo(String path) {
            return about.requests(count, requireNonNull(path, "path"));
        }
    }
}
