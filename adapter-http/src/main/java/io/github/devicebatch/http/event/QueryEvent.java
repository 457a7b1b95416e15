package io.github.devicebatch.http.event;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Event of a query, or of the limits that all queries share. No event contains a secret.
 *
 * <p>A later version may add kinds of events. A {@code switch} that needs only some of them has a {@code default}.
 */
public sealed interface QueryEvent {

    /**
     * An attempt has ended.
     *
     * @param batch the batch
     * @param attempt the number of the attempt within its query; the first is 1
     * @param answer the answer of the attempt
     * @param pause how long until the next attempt; empty if this was the last
     */
    record AttemptEnded(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> pause)
            implements QueryEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public AttemptEnded {
            requireNonNull(batch, "batch");
            requireNonNull(answer, "answer");
            requireNonNull(pause, "pause");
        }
    }

    /**
     * An HTTP request to Partner Center has ended, with a response or without. An attempt sends one request, and a second one
     * with a new access token after a 401. Server, method and path template are the same for all batches.
     *
     * @param method the method
     * @param server scheme, host and port
     * @param pathTemplate the path, with the names of the ids in braces
     * @param status the status of the response; empty if there was none
     * @param failure why there was no whole response; empty if there was one
     * @param elapsed the time from the request to the last byte of the response, the wait for a connection included
     */
    record RequestEnded(
            String method,
            URI server,
            String pathTemplate,
            OptionalInt status,
            Optional<UnavailabilityCause> failure,
            Duration elapsed)
            implements QueryEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public RequestEnded {
            requireNonNull(method, "method");
            requireNonNull(server, "server");
            requireNonNull(pathTemplate, "pathTemplate");
            requireNonNull(status, "status");
            requireNonNull(failure, "failure");
            requireNonNull(elapsed, "elapsed");
        }
    }

    /**
     * A query pauses.
     *
     * @param reason the reason
     * @param duration the length of the pause
     */
    record PauseStarted(Reason reason, Duration duration) implements QueryEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public PauseStarted {
            requireNonNull(reason, "reason");
            requireNonNull(duration, "duration");
        }

        /** The reason for a pause. */
        public enum Reason {
            /** The attempt failed; the next one follows after a computed delay. */
            BACKOFF,
            /** The attempt failed; the next one follows after the delay that the service requested. */
            RETRY_AFTER,
            /** The rate limit has no permit left. */
            RATE_LIMIT,
            /** The service throttled another query and requested a delay, which holds all queries back. */
            THROTTLED
        }
    }

    /**
     * The circuit breaker has changed its state.
     *
     * @param from the state before
     * @param to the state now
     */
    record CircuitBreakerChanged(State from, State to) implements QueryEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public CircuitBreakerChanged {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        /** The state of a circuit breaker. */
        public enum State {
            /** Requests are sent. */
            CLOSED,
            /** Nothing is sent. */
            OPEN,
            /** A few requests are sent as probes. */
            HALF_OPEN
        }
    }

    /**
     * A retry was withdrawn from the retry budget of all queries.
     *
     * @param balance the retries left; each query adds a fraction
     */
    record RetryWithdrawn(double balance) implements QueryEvent {}

    /** The retry budget of all queries has less than one retry left, so none is sent. */
    record RetryBudgetExhausted() implements QueryEvent {}

    /**
     * The token source returned an access token that no query has used before.
     *
     * @param elapsed how long the query waited for it
     */
    record TokenRefreshed(Duration elapsed) implements QueryEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if {@code elapsed} is null
         */
        public TokenRefreshed {
            requireNonNull(elapsed, "elapsed");
        }
    }

    /**
     * The token source had no access token. The answer of the attempt says why.
     *
     * @param elapsed how long the query waited for it
     */
    record TokenFailed(Duration elapsed) implements QueryEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if {@code elapsed} is null
         */
        public TokenFailed {
            requireNonNull(elapsed, "elapsed");
        }
    }

    /** Partner Center rejected an access token. It is reported once per token. */
    record TokenRejected() implements QueryEvent {}
}
