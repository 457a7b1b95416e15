package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import java.util.List;
import java.util.Optional;

/** What the fake replies about one batch, question after question. Implementations are thread-safe. */
@FunctionalInterface
public interface ReplySource {

    /** Gives the reply to the next question, or nothing while the batch is not known to the service. */
    Optional<Reply> next();

    /** Gives the replies that no question has had yet, as far as they were meant to be had. */
    default List<Reply> unasked() {
        return List.of();
    }
}
