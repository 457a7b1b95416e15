package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one question: exactly one of five things. Detail lives inside them, so that more of it breaks nobody's
 * {@code switch}.
 *
 * <p>Only {@link Found} says anything about the batch.
 */
public sealed interface BatchStatusAnswer {

    /**
     * Returns how the answer came about, for logs and for vendor support.
     *
     * @return the trace; never null
     */
    Trace trace();

    /**
     * Returns the same answer with another trace, for whoever knows more of how it came about.
     *
     * @param trace the other trace
     * @return the answer
     */
    default BatchStatusAnswer withTrace(Trace trace) {
        return switch (this) {
            case Found found -> new Found(found.status(), trace);
            case NotFound notFound -> new NotFound(notFound.fault(), trace);
            case Refused refused -> new Refused(refused.reason(), refused.party(), refused.fault(), trace);
            case Unavailable unavailable ->
                new Unavailable(
                        unavailable.cause(),
                        unavailable.party(),
                        unavailable.detail(),
                        unavailable.retryAfter(),
                        trace);
            case Unreadable unreadable -> new Unreadable(unreadable.why(), trace);
        };
    }

    /**
     * The service knows the batch and described it.
     *
     * @param status the description
     * @param trace how the answer came about
     */
    record Found(BatchStatus status, Trace trace) implements BatchStatusAnswer {

        /**
         * Holds the answer.
         *
         * @throws NullPointerException if any part is null
         */
        public Found {
            requireNonNull(status, "status");
            requireNonNull(trace, "trace");
        }
    }

    /**
     * The service knows no such batch: the id is wrong, too old, or so new that the service has not caught up.
     *
     * @param fault what the service said
     * @param trace how the answer came about
     */
    record NotFound(Fault fault, Trace trace) implements BatchStatusAnswer {

        /**
         * Holds the answer.
         *
         * @throws NullPointerException if any part is null
         */
        public NotFound {
            requireNonNull(fault, "fault");
            requireNonNull(trace, "trace");
        }
    }

    /**
     * The service understood and declined; asking again the same way changes nothing.
     *
     * @param reason why, roughly
     * @param party which party refused
     * @param fault what that party said
     * @param trace how the answer came about
     */
    record Refused(RefusalReason reason, Party party, Fault fault, Trace trace) implements BatchStatusAnswer {

        /**
         * Holds the answer.
         *
         * @throws NullPointerException if any part is null
         */
        public Refused {
            requireNonNull(reason, "reason");
            requireNonNull(party, "party");
            requireNonNull(fault, "fault");
            requireNonNull(trace, "trace");
        }

        /**
         * Creates a refusal by Partner Center.
         *
         * @throws NullPointerException if any part is null
         */
        public Refused(RefusalReason reason, Fault fault, Trace trace) {
            this(reason, Party.PARTNER_CENTER, fault, trace);
        }
    }

    /**
     * There was no answer this time; a later question may have one.
     *
     * @param cause why, roughly
     * @param party which party failed
     * @param detail what happened, in words, safe to show; never blank
     * @param retryAfter how long the service asked to be left alone, counted from this answer, if it did
     * @param trace how the answer came about
     */
    record Unavailable(
            UnavailabilityCause cause, Party party, String detail, Optional<Duration> retryAfter, Trace trace)
            implements BatchStatusAnswer {

        /**
         * Holds the answer.
         *
         * @throws NullPointerException if any part is null
         * @throws IllegalArgumentException if {@code detail} is blank or {@code retryAfter} negative
         */
        public Unavailable {
            requireNonNull(cause, "cause");
            requireNonNull(party, "party");
            requireNonNull(trace, "trace");
            if (detail.isBlank()) {
                throw new IllegalArgumentException("say what happened");
            }
            if (retryAfter.filter(Duration::isNegative).isPresent()) {
                throw new IllegalArgumentException("retryAfter is not negative: " + retryAfter.get());
            }
        }

        /**
         * Creates an answer for a failure of Partner Center.
         *
         * @throws NullPointerException if any part is null
         * @throws IllegalArgumentException if {@code detail} is blank or {@code retryAfter} negative
         */
        public Unavailable(UnavailabilityCause cause, String detail, Optional<Duration> retryAfter, Trace trace) {
            this(cause, Party.PARTNER_CENTER, detail, retryAfter, trace);
        }
    }

    /**
     * Something answered, but it can't be trusted: malformed, of the wrong shape, about another batch, or not the
     * service at all.
     *
     * @param why what is wrong with the answer, in words, safe to show, quoting none of it; never blank
     * @param trace how the answer came about
     */
    record Unreadable(String why, Trace trace) implements BatchStatusAnswer {

        /**
         * Holds the answer.
         *
         * @throws NullPointerException if any part is null
         * @throws IllegalArgumentException if {@code why} is blank
         */
        public Unreadable {
            requireNonNull(trace, "trace");
            if (why.isBlank()) {
                throw new IllegalArgumentException("say what is wrong");
            }
        }
    }
}
