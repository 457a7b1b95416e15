package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchReference;
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
    RequestsAssert verified(int count, String kind, List<ReceivedRequest> requests) {
        if (requests.size() != count) {
            throw failure(
                    "%nExpecting%n  %s%nto have received %d %s%nbut it received %d. All it received:%n%s",
                    actual, count, kind, requests.size(), JournalText.of(actual.requests()));
        }
        return new RequestsAssert(kind, requests).as(descriptionText());
    }

    RequestsAssert questions(int count, BatchReference batch) {
        return verified(
                count,
                "questions about " + batch,
                actual.requests().stream()
                        .filter(request -> request.isAbout(batch))
                        .toList());
    }

    RequestsAssert requests(int count) {
        return verified(count, "requests", actual.requests());
    }

    RequestsAssert requests(int count, String path) {
        return verified(
                count,
                "requests to " + path,
                actual.requests().stream()
                        .filter(request -> request.path().split("\\?", 2)[0].equalsIgnoreCase(path))
                        .toList());
    }
}
