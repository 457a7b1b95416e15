package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The answer to one query: exactly one of five kinds. Details are inside the kinds, so that a new detail breaks no
 * {@code switch}.
 *
 * <p>Only {@link Found} describes the batch.
 */
public sealed interface BatchStatusAnswer {

    /**
     * Returns the trace of the answer, for logs and for vendor support. Never null.
     */
    Trace trace();

    /**
     * Returns the status, for callers who want an exception in place of every other answer.
     *
     * <pre>{@code
     * BatchStatus status = query.ask(batch).orElseThrow();
     * }</pre>
     *
     * @return the status of a {@link Found}
     * @throws NoBatchStatusException if this is any other answer
     */
    default BatchStatus orElseThrow() {
        return orElseThrow(NoBatchStatusException::new);
    }

    /**
     * Returns the status, or throws an exception of the caller's own.
     *
     * <pre>{@code
     * BatchStatus status = query.ask(batch).orElseThrow(answer -> new IllegalStateException("no status: " + answer));
     * }</pre>
     *
     * @param <X> the type of the exception
     * @param exception creates the exception from the answer, which is no {@link Found}
     * @return the status of a {@link Found}
     * @throws X if this is any other answer
     */
    default <X extends Throwable> BatchStatus orElseThrow(Function<? super BatchStatusAnswer, ? extends X> exception)
            throws X {
        requireNonNull(exception, "exception");
        if (this instanceof Found found) {
            return found.status();
        }
        throw exception.apply(this);
    }

    /**
     * Returns the same answer with another trace.
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
            case Unreadable unreadable -> new Unreadable(unreadable.why(), unreadable.party(), trace);
        };
    }

    /**
     * The service returned the status of the batch.
     *
     * @param status the status of the batch
     * @param trace attempts, time and ids of the query
     */
    record Found(BatchStatus status, Trace trace) implements BatchStatusAnswer {

        /**
         * Creates the answer.
         *
         * @throws NullPointerException if any part is null
         */
        public Found {
            requireNonNull(status, "status");
            requireNonNull(trace, "trace");
        }
    }

    /**
     * The service does not know the batch: the id is wrong, too old, or too new to be visible yet.
     *
     * @param fault the fault that the service reported
     * @param trace attempts, time and ids of the query
     */
    record NotFound(Fault fault, Trace trace) implements BatchStatusAnswer {

        /**
         * Creates the answer.
         *
         * @throws NullPointerException if any part is null
         */
        public NotFound {
            requireNonNull(fault, "fault");
            requireNonNull(trace, "trace");
        }
    }

    /**
     * The request was refused; repeating it unchanged does not help.
     *
     * @param reason the kind of refusal
     * @param party the party that refused
     * @param fault the fault that this party reported
     * @param trace attempts, time and ids of the query
     */
    record Refused(RefusalReason reason, Party party, Fault fault, Trace trace) implements BatchStatusAnswer {

        /**
         * Creates the answer.
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

        /**
         * Returns whether the refusal concerns the caller and not this batch, so that a query about any other batch would be refused
         * too: a rejected or missing access token, a role without the permission, a refusal by the identity platform or a proxy.
         */
        public boolean concernsCaller() {
            return switch (party) {
                case IDENTITY_PLATFORM, PROXY, CLIENT -> true;
                case PARTNER_CENTER ->
                    switch (reason) {
                        case UNAUTHENTICATED -> true;
                        case FORBIDDEN ->
                            KnownFault.find(trace.httpStatus(), fault)
                                    .filter(KnownFault::concernsCaller)
                                    .isPresent();
                        case REJECTED -> false;
                    };
            };
        }
    }

    /**
     * There was no usable response; a later request may succeed.
     *
     * @param cause the kind of failure
     * @param party the party that failed
     * @param detail a description of the failure, safe to print; never blank
     * @param retryAfter the requested delay before the next request, counted from this answer, if there was one
     * @param trace attempts, time and ids of the query
     */
    record Unavailable(
            UnavailabilityCause cause, Party party, String detail, Optional<Duration> retryAfter, Trace trace)
            implements BatchStatusAnswer {

        /**
         * Creates the answer.
         *
         * @throws NullPointerException if any part is null
         * @throws IllegalArgumentException if {@code detail} is blank or {@code retryAfter} negative
         */
        public Unavailable {
            requireNonNull(cause, "cause");
            requireNonNull(party, "party");
            requireNonNull(trace, "trace");
            if (detail.isBlank()) {
                throw new IllegalArgumentException("the detail is blank");
            }
            if (retryAfter.filter(Duration::isNegative).isPresent()) {
                throw new IllegalArgumentException("retryAfter is negative: " + retryAfter.get());
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
     * There was a response that cannot be trusted: malformed, of the wrong shape, about another batch, or not from the
     * service. Or it cannot be read by this program, which has too little memory for it.
     *
     * @param why what is wrong with the response, safe to print and without quotations of it; never blank
     * @param party the party that is the reason: {@link Party#PARTNER_CENTER} for a response that cannot be trusted,
     *     {@link Party#CLIENT} for a lack of memory
     * @param trace attempts, time and ids of the query
     */
    record Unreadable(String why, Party party, Trace trace) implements BatchStatusAnswer {

        /**
         * Creates the answer.
         *
         * @throws NullPointerException if any part is null
         * @throws IllegalArgumentException if {@code why} is blank
         */
        public Unreadable {
            requireNonNull(party, "party");
            requireNonNull(trace, "trace");
            if (why.isBlank()) {
                throw new IllegalArgumentException("the reason is blank");
            }
        }

        /**
         * Creates an answer for a response that cannot be trusted.
         *
         * @throws NullPointerException if any part is null
         * @throws IllegalArgumentException if {@code why} is blank
         */
        public Unreadable(String why, Trace trace) {
            this(why, Party.PARTNER_CENTER, trace);
        }
    }
}
