package io.github.devicebatch.testkit.server;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The replies of a {@link FakePartnerCenter} about one batch, in sequence; the last one repeats. Without a reply the service
 * does not know the batch.
 *
 * <pre>{@code
 * partnerCenter.script(batch)
 *         .then(Reply.status(429).retryAfter(Duration.ofSeconds(57)))
 *         .then(Reply.reset())
 *         .then(Reply.documentedExample().chunked(100).truncatedBeforeLastChunk())
 *         .then(Batches.finished());
 * }</pre>
 *
 * <p>Safe for use by several threads, also while requests are answered.
 */
public final class BatchScript {

    private final List<Reply> replies = new ArrayList<>();
    private int next;

    BatchScript() {}

    /**
     * Adds a reply that describes the batch.
     *
     * @param status the status; its tracking id is sent even if it is another batch's
     * @return this script
     */
    public BatchScript then(BatchStatus status) {
        return then(Reply.describing(status));
    }

    /**
     * Adds a reply.
     *
     * @return this script
     */
    public synchronized BatchScript then(Reply reply) {
        replies.add(requireNonNull(reply, "reply"));
        return this;
    }

    /** Returns the view of the server on this script. */
    ReplySource source() {
        return new ReplySource() {
            @Override
            public Optional<Reply> next() {
                return nextReply();
            }

            @Override
            public List<Reply> unused() {
                return unusedReplies();
            }
        };
    }

    private synchronized Optional<Reply> nextReply() {
        if (replies.isEmpty()) {
            return Optional.empty();
        }
        Reply reply = replies.get(Math.min(next, replies.size() - 1));
        next = Math.min(next + 1, replies.size());
        return Optional.of(reply);
    }

    private synchronized List<Reply> unusedReplies() {
        return List.copyOf(replies.subList(next, replies.size()));
    }
}
