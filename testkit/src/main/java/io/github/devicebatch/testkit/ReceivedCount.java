package io.github.devicebatch.testkit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchReference;

/**
 * A number of requests of a kind that is still to be named. Used by one thread.
 *
 * @see FakePartnerCenterAssert#received(int)
 */
@SuppressWarnings("exports") // AssertJ is optional: whoever uses the assertions requires it
public final class ReceivedCount {

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
    public RequestsAssert questionsAbout(BatchReference batch) {
        return about.questions(count, requireNonNull(batch, "batch"));
    }

    /**
     * Verifies that so many requests came in all.
     *
     * @return assertions about these requests
     * @throws AssertionError if there were more or fewer
     */
    public RequestsAssert requests() {
        return about.requests(count);
    }

    /**
     * Verifies that so many requests came to a path, by any method and with any query. Others do not count.
     *
     * @param path the path without its query, in any case
     * @return assertions about these requests
     * @throws AssertionError if there were more or fewer
     */
    public RequestsAssert requestsTo(String path) {
        return about.requests(count, requireNonNull(path, "path"));
    }
}
