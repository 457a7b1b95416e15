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
 * Something that happened while a batch was watched.
 *
 * <p>After each question comes {@link Answered}; then, if the answer is a description, {@link Contradicted} if it
 * contradicts an earlier one and {@link Changed} if the batch came on; {@link Held} if it holds everything back; then either
 * {@link Paused} or {@link Ended}. The latter comes once for each batch and is its last event.
 */
public sealed interface WatchEvent {

    /**
     * Returns whose event it is.
     *
     * @return the batch
     */
    BatchReference batch();

    /**
     * Returns when it happened.
     *
     * @return the moment
     */
    Instant when();

    /**
     * A question was answered.
     *
     * @param batch which batch was asked about
     * @param when the moment
     * @param answer the answer, with all rows
     * @param question which question about this batch it was, counted from 1
     */
    record Answered(BatchReference batch, Instant when, BatchStatusAnswer answer, int question) implements WatchEvent {

        /**
         * Holds the event.
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
     * The batch came on: {@link BatchChange#isProgress()}. The first description is always told.
     *
     * @param batch the batch
     * @param when the moment
     * @param change what is new; may have anomalies too, which have been told as {@link Contradicted}
     */
    record Changed(BatchReference batch, Instant when, BatchChange change) implements WatchEvent {

        /**
         * Holds the event.
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
     * The service contradicts what it said of the batch before. This is no progress.
     *
     * @param batch the batch
     * @param when the moment
     * @param anomalies what is odd; at least one
     */
    record Contradicted(BatchReference batch, Instant when, List<BatchAnomaly> anomalies) implements WatchEvent {

        /**
         * Holds the event; the list is copied.
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
     * Every batch of this watch is left alone for a while because of an answer about this one: the service throttles the
     * partner and not the batch, or the service as a whole is left alone.
     *
     * @param batch whose answer said so
     * @param when the moment
     * @param cause why
     * @param duration for how long
     */
    record Held(BatchReference batch, Instant when, UnavailabilityCause cause, Duration duration)
            implements WatchEvent {

        /**
         * Holds the event.
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
         * Returns when anything is asked again.
         *
         * @return the moment
         */
        public Instant until() {
            return Instants.after(when, duration);
        }
    }

    /**
     * The batch is left alone for a while. It may take longer: when everything is {@link Held}, or when other questions
     * are due as well.
     *
     * @param batch the batch
     * @param when the moment
     * @param reason why
     * @param duration for how long at least
     */
    record Paused(BatchReference batch, Instant when, PauseReason reason, Duration duration) implements WatchEvent {

        /**
         * Holds the event.
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
         * Returns when the batch is asked about again at the earliest.
         *
         * @return the moment
         */
        public Instant until() {
            return Instants.after(when, duration);
        }
    }

    /**
     * The watch of this batch is over.
     *
     * @param batch the batch
     * @param when the moment
     * @param ending how it ended
     */
    record Ended(BatchReference batch, Instant when, WatchEnding ending) implements WatchEvent {

        /**
         * Holds the event.
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
