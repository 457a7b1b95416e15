package io.github.devicebatch.testkit.server;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@link FakePartnerCenter} replies about one batch, in turn; the last reply repeats. Until the first is given, the
 * batch is unknown to the service.
 *
 * <pre>{@code
 * partnerCenter.script(batch)
 *         .thenStatus(429).retryAfter(Duration.ofSeconds(57))
 *         .thenReset()
 *         .thenTruncate(40)
 *         .then(Reply.documentedExample().chunked(100).truncatedBeforeLastChunk())
 *         .then(Batches.finished());
 * }</pre>
 *
 * <p>Safe for use by several threads, also while questions are being answered.
 */
public final class BatchScript implements ReplySource {

    private final InTurn<Reply> replies = new InTurn<>();
    private final HttpReply finished;

    public BatchScript(BatchTrackingId batch) {
        this.finished = Reply.describing(Batches.finished(batch));
    }

    /**
     * Describes the batch next.
     *
     * @param status the description; its tracking id is sent as it is, even if it is another batch's
     * @return this script
     */
    public BatchScript then(BatchStatus status) {
        return then(Reply.describing(status));
    }

    /**
     * Replies anything next.
     *
     * @param reply the reply
     * @return this script
     */
    public BatchScript then(Reply reply) {
        replies.add(reply);
        return this;
    }

    /**
     * Sends any status next, as {@link Reply#status} does.
     *
     * @param status the HTTP status, 100 to 599
     * @return this script
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    public BatchScript thenStatus(int status) {
        return then(Reply.status(status));
    }

    /**
     * Adds {@code Retry-After} in whole seconds to the reply given last.
     *
     * @param duration how long the caller is to stay away; a part of a second is left off
     * @return this script
     * @throws IllegalStateException if there is no reply yet, or the last one is not a whole HTTP response
     */
    public BatchScript retryAfter(Duration duration) {
        return retryAfter(Long.toString(duration.toSeconds()));
    }

    /**
     * Adds {@code Retry-After} to the reply given last; it need not make sense, and can be there more than once.
     *
     * @param value the value as it is sent
     * @return this script
     * @throws IllegalStateException if there is no reply yet, or the last one is not a whole HTTP response
     * @throws IllegalArgumentException if the value can't stand in a header
     */
    public BatchScript retryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    /**
     * Adds a header to the reply given last.
     *
     * @param name the name, sent in this spelling
     * @param value the value
     * @return this script
     * @throws IllegalStateException if there is no reply yet, or the last one is not a whole HTTP response
     * @throws IllegalArgumentException if the name or the value can't stand in a header
     */
    public BatchScript withHeader(String name, String value) {
        replies.replaceLast(last -> {
            if (last instanceof HttpReply http) {
                return http.withHeader(name, value);
            }
            throw new IllegalStateException("only a whole HTTP response can get the header " + name);
        });
        return this;
    }

    /**
     * Takes the next request and resets the connection.
     *
     * @return this script
     */
    public BatchScript thenReset() {
        return then(Reply.reset());
    }

    /**
     * Takes the next request and closes the connection.
     *
     * @return this script
     */
    public BatchScript thenClose() {
        return then(Reply.close());
    }

    /**
     * Takes the next request and never answers, until the client leaves or the fake is closed.
     *
     * @return this script
     */
    public BatchScript thenStall() {
        return then(Reply.silence());
    }

    /**
     * Describes a finished upload next, and stops inside the body until the client leaves or the fake is closed.
     *
     * @param length how many bytes of the body are sent
     * @return this script
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public BatchScript thenStall(int length) {
        return then(finished.stallingAfter(length));
    }

    /**
     * Describes a finished upload next, and closes the connection inside the body.
     *
     * @param length how many bytes of the body are sent
     * @return this script
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public BatchScript thenTruncate(int length) {
        return then(finished.truncatedAfter(length));
    }

    /**
     * Describes a finished upload next, drop by drop from the status line on.
     *
     * @param bytes how many bytes a drop has
     * @param pause how long it is from one drop to the next, in real time
     * @return this script
     * @throws IllegalArgumentException if either is not positive
     */
    public BatchScript thenDrip(int bytes, Duration pause) {
        return then(finished.dripping(bytes, pause));
    }

    @Override
    public Optional<Reply> next() {
        return replies.next();
    }

    @Override
    public List<Reply> unasked() {
        return replies.left();
    }

    /** Values that are given out one after the other; the last one is given again and again. Thread-safe. */
    public static final class InTurn<T> {

        private final List<T> values = new ArrayList<>();
        private int next;

        public synchronized void add(T value) {
            values.add(requireNonNull(value, "value"));
        }

        /** Puts another value in the place of the one added last. */
        synchronized void replaceLast(UnaryOperator<T> replacement) {
            if (values.isEmpty()) {
                throw new IllegalStateException("there is nothing yet");
            }
            values.set(values.size() - 1, requireNonNull(replacement.apply(values.getLast()), "value"));
        }

        /** Gives the next value, or nothing as long as there is none at all. */
        public synchronized Optional<T> next() {
            if (values.isEmpty()) {
                return Optional.empty();
            }
            T value = values.get(Math.min(next, values.size() - 1));
            next = Math.min(next + 1, values.size());
            return Optional.of(value);
        }

        /** Gives the values that were not given out yet. */
        synchronized List<T> left() {
            return List.copyOf(values.subList(next, values.size()));
        }
    }
}
