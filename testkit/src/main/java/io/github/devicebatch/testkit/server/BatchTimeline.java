package io.github.devicebatch.testkit.server;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The replies of a {@link FakePartnerCenter} about one batch by the time since the first request about it. Before the time
 * of the earliest reply the service does not know the batch.
 *
 * <p>Safe for use by several threads, also while requests are answered.
 */
public final class BatchTimeline {

    private final InstantSource time;
    private final TreeMap<Duration, Reply> replies = new TreeMap<>();
    private Optional<Instant> firstRequest = Optional.empty();

    BatchTimeline(InstantSource time) {
        this.time = time;
    }

    /**
     * Adds a reply that describes the batch from a time on.
     *
     * @param sinceFirstRequest the time since the first request; zero is the first request itself
     * @param status the status; its tracking id is sent even if it is another batch's
     * @return this timeline
     * @throws IllegalArgumentException if {@code sinceFirstRequest} is negative
     */
    public BatchTimeline from(Duration sinceFirstRequest, BatchStatus status) {
        return from(sinceFirstRequest, Reply.describing(status));
    }

    /**
     * Adds a reply from a time on.
     *
     * @param sinceFirstRequest the time since the first request; zero is the first request itself
     * @param reply the reply
     * @return this timeline
     * @throws IllegalArgumentException if {@code sinceFirstRequest} is negative
     */
    public synchronized BatchTimeline from(Duration sinceFirstRequest, Reply reply) {
        if (sinceFirstRequest.isNegative()) {
            throw new IllegalArgumentException(
                    "the time since the first request must not be negative: " + sinceFirstRequest);
        }
        replies.put(sinceFirstRequest, requireNonNull(reply, "reply"));
        return this;
    }

    /** Returns the view of the server on this timeline. */
    ReplySource source() {
        return new ReplySource() {
            @Override
            public Optional<Reply> next() {
                return currentReply();
            }

            @Override
            public List<Reply> unused() {
                return unusedReplies();
            }
        };
    }

    private synchronized Optional<Reply> currentReply() {
        Instant now = time.instant();
        Instant first = firstRequest.orElse(now);
        firstRequest = Optional.of(first);
        return Optional.ofNullable(replies.floorEntry(Duration.between(first, now)))
                .map(Map.Entry::getValue);
    }

    /** Returns all replies until the first request: which of them are used after it depends on the times of requests. */
    private synchronized List<Reply> unusedReplies() {
        return firstRequest.isPresent() ? List.of() : List.copyOf(replies.values());
    }
}
