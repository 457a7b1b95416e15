package io.github.devicebatch.testkit.http;

import java.util.Optional;

/** Answers the requests of one kind. Implementations are thread-safe. */
@FunctionalInterface
public interface RequestHandler {

    /** Gives what becomes of {@code request}, or nothing if its path leads elsewhere. */
    Optional<Result> handle(Request request);

    /**
     * What became of a request at a desk.
     *
     * @param reply what it is answered with
     * @param faulted whether it ran into one of the faults that were given for a share of all questions
     * @param planned whether anyone had told the fake of what it asks for
     */
    record Result(Reply reply, boolean faulted, boolean planned) {

        public static Result with(Reply reply) {
            return new Result(reply, false, true);
        }

        public static Result faulted(Reply reply) {
            return new Result(reply, true, true);
        }

        public static Result unplanned(Reply reply) {
            return new Result(reply, false, false);
        }
    }
}
