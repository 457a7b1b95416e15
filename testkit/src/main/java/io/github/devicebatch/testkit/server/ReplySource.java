package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import java.util.List;
import java.util.Optional;

/** The source of the replies about one batch. Implementations are thread-safe. */
@FunctionalInterface
interface ReplySource {

    /** Returns the reply to the next request, or empty if the service does not know the batch. */
    Optional<Reply> next();

    /** Returns the replies that a test has defined and no request has received. */
    default List<Reply> unused() {
        return List.of();
    }
}
