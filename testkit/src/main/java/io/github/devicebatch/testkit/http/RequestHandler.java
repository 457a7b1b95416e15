package io.github.devicebatch.testkit.http;

import java.util.Optional;

/** A handler of requests, tried in turn by the router. Implementations are thread-safe. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Handles a request.
     *
     * @return the result, or empty if the path belongs to another handler
     */
    Optional<Result> handle(Request request);

    /**
     * The reply to a request, with what the request journal records of it.
     *
     * @param reply the reply
     * @param faulted whether it is an injected fault
     * @param planned whether a test has defined a reply to this request
     */
    record Result(Reply reply, boolean faulted, boolean planned) {

        /** Returns the result of a planned request. */
        public static Result with(Reply reply) {
            return new Result(reply, false, true);
        }

        /** Returns the result of a request that received an injected fault. */
        public static Result faulted(Reply reply) {
            return new Result(reply, true, true);
        }

        /** Returns the result of a request for which there is no plan, such as one about an unknown batch. */
        public static Result unplanned(Reply reply) {
            return new Result(reply, false, false);
        }
    }
}
