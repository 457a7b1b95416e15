package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchStatus;
import java.util.Optional;

/**
 * What {@link FakePartnerCenter} replies about one batch, in turn; the last reply repeats. Until the first is given, the
 * batch is unknown to the service.
 *
 * <p>Safe for use by several threads, also while questions are being answered.
 */
public final class BatchScript implements BatchCourse {

    private final InTurn<Reply> replies = new InTurn<>();

    BatchScript() {}

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

    @Override
    public Optional<Reply> next() {
        return replies.next();
    }
}
