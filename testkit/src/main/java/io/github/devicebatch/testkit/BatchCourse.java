package io.github.devicebatch.testkit;

import java.util.Optional;

/** What the fake replies about one batch, question after question. Implementations are thread-safe. */
@FunctionalInterface
interface BatchCourse {

    /** Gives the reply to the next question, or nothing while the batch is not known to the service. */
    Optional<Reply> next();
}
