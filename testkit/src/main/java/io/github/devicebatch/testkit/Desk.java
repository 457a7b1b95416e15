package io.github.devicebatch.testkit;

import java.util.Optional;

/** Answers the requests of one kind. Implementations are thread-safe. */
@FunctionalInterface
interface Desk {

    /** Gives what becomes of {@code request}, or nothing if its path leads elsewhere. */
    Optional<Handled> handle(Request request);
}
