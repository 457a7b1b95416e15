package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchAnomaly;
import io.github.devicebatch.domain.BatchChange;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An event of a watch.
 *
 * <p>Each request leads to {@link Answered}; then, if the answer is a status, to {@link Contradicted} if it contradicts an
 * earlier one and to {@link Changed} if the batch made progress; to {@link Held} if it holds back all requests; then to
 * {@link Paused} or {@link Ended}. {@code Ended} occurs once per batch and is its last event.
 */
public sealed interface WatchEvent {

    /**
     * Returns the batch of the event.
     */
    BatchReference batch();

    /**
     * Returns the time of the event.
     */
    Instant when();

    /**
     * A request was answered.
     *
     * @param batch the batch
     * @param when the time of the event
     * @param answer the answer, with all rows
     * @param request the number of the request about this batch, counted from 1
     */
    record Answered(BatchReference batch, Instant when, BatchStatusAnswer answer, int request) implements WatchEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public Answered {
            requireNonNull(batch, "batch");
            requireNonNull(when, "when");
            requireNonNull(answer, "answer");
        }
    }

    /**
     * The batch made progress: {@link BatchChange#isProgress()}. The first status is always reported.
     *
     * @param batch the batch
     * @param when the time of the event
     * @param change the change; its anomalies were reported as {@link Contradicted}
     */
    record Changed(BatchReference batch, Instant when, BatchChange change) implements WatchEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public Changed {
            requireNonNull(batch, "batch");
            requireNonNull(when, "when");
            requireNonNull(change, "change");
        }
    }

    /**
     * A status contradicts an earlier one. This is not progress.
     *
     * @param batch the batch
     * @param when the time of the event
     * @param anomalies the contradictions; at least one
     */
    record Contradicted(BatchReference batch, Instant when, List<BatchAnomaly> anomalies) implements WatchEvent {

        /**
         * Creates the event; the list is copied.
         *
         * @throws NullPointerException if any part, or an element of the list, is null
         * @throws IllegalArgumentException if the list is empty
         */
        public Contradicted {
            requireNonNull(batch, "batch");
            requireNonNull(when, "when");
            anomalies = List.copyOf(anomalies);
            if (anomalies.isEmpty()) {
                throw new IllegalArgumentException("a contradiction has at least one anomaly");
            }
        }
    }

    /**
     * All requests of the watch are held back because of an answer about this batch: the service throttles the partner, or
     * the circuit breaker is open.
     *
     * @param batch the batch of the answer
     * @param when the time of the event
     * @param cause the cause
     * @param duration the length of the hold
     */
    record Held(BatchReference batch, Instant when, UnavailabilityCause cause, Duration duration)
            implements WatchEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public Held {
            requireNonNull(batch, "batch");
            requireNonNull(when, "when");
            requireNonNull(cause, "cause");
            requireNonNull(duration, "duration");
        }

        /**
         * Returns the end of the hold.
         */
        public Instant until() {
            return Instants.after(when, duration);
        }
    }

    /**
     * No request about the batch is sent for a while. It may take longer while all requests are {@link Held}, or when other
     * requests are due as well.
     *
     * @param batch the batch
     * @param when the time of the event
     * @param reason the reason
     * @param duration the minimum length of the pause
     */
    record Paused(BatchReference batch, Instant when, PauseReason reason, Duration duration) implements WatchEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public Paused {
            requireNonNull(batch, "batch");
            requireNonNull(when, "when");
            requireNonNull(reason, "reason");
            requireNonNull(duration, "duration");
        }

        /**
         * Returns the earliest time of the next request.
         */
        public Instant until() {
            return Instants.after(when, duration);
        }
    }

    /**
     * The watch of this batch ended.
     *
     * @param batch the batch
     * @param when the time of the event
     * @param ending the ending
     */
    record Ended(BatchReference batch, Instant when, WatchEnding ending) implements WatchEvent {

        /**
         * Creates the event.
         *
         * @throws NullPointerException if any part is null
         */
        public Ended {
            requireNonNull(batch, "batch");
            requireNonNull(when, "when");
            requireNonNull(ending, "ending");
        }
    }
}
