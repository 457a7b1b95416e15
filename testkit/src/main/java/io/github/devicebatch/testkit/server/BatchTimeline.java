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
 * What {@link FakePartnerCenter} replies about one batch as time goes by, counted from the first question about it.
 * Before the earliest reply is due, the batch is unknown to the service.
 *
 * <p>Safe for use by several threads, also while questions are being answered.
 */
public final class BatchTimeline implements ReplySource {

    private final InstantSource time;
    private final TreeMap<Duration, Reply> replies = new TreeMap<>();
    private Optional<Instant> firstQuestion = Optional.empty();

    public BatchTimeline(InstantSource time) {
        this.time = time;
    }

    /**
     * Describes the batch from a given time on.
     *
     * @param sinceFirstQuestion the time since the first question; zero is the first question itself
     * @param status the description; its tracking id is sent as it is, even if it is another batch's
     * @return this timeline
     * @throws IllegalArgumentException if {@code sinceFirstQuestion} is negative
     */
    public BatchTimeline from(Duration sinceFirstQuestion, BatchStatus status) {
        return from(sinceFirstQuestion, Reply.describing(status));
    }

    /**
     * Replies anything from a given time on.
     *
     * @param sinceFirstQuestion the time since the first question; zero is the first question itself
     * @param reply the reply
     * @return this timeline
     * @throws IllegalArgumentException if {@code sinceFirstQuestion} is negative
     */
    public synchronized BatchTimeline from(Duration sinceFirstQuestion, Reply reply) {
        if (sinceFirstQuestion.isNegative()) {
            throw new IllegalArgumentException("nobody asks before the first question: " + sinceFirstQuestion);
        }
        replies.put(sinceFirstQuestion, requireNonNull(reply, "reply"));
        return this;
    }

    @Override
    public synchronized Optional<Reply> next() {
        Instant now = time.instant();
        Instant first = firstQuestion.orElse(now);
        firstQuestion = Optional.of(first);
        return Optional.ofNullable(replies.floorEntry(Duration.between(first, now)))
                .map(Map.Entry::getValue);
    }

    /** Which of them are had depends on when somebody asks; but somebody has to. */
    @Override
    public synchronized List<Reply> unasked() {
        return firstQuestion.isPresent() ? List.of() : List.copyOf(replies.values());
    }
}
