package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchStatus;
import java.util.Optional;

/** The ending of the watch of one batch: exactly one of four kinds. */
public sealed interface WatchEnding {

    /**
     * Returns the number of requests about the batch, including those without an answer.
     */
    int requests();

    /**
     * Returns the last observation of the batch. Never null.
     */
    LastObservation last();

    /**
     * Returns the final status, for callers who want an exception in place of every other ending. That a status is final is not
     * success: see its {@code outcome()}.
     *
     * <pre>{@code
     * BatchOutcome outcome = BatchWatch.of(query).watch(batch).orElseThrow().outcome();
     * }</pre>
     *
     * @return the status of a {@link Completed}
     * @throws WatchUnfinishedException if this is any other ending
     */
    default BatchStatus orElseThrow() {
        if (this instanceof Completed completed) {
            return completed.answer().status();
        }
        throw new WatchUnfinishedException(this);
    }

    /**
     * The batch is final. That alone is not success: see {@code answer.status().outcome()}, which may be
     * {@code UNCONFIRMED}.
     *
     * @param answer the last answer, with all rows
     * @param requests the number of requests
     */
    record Completed(Found answer, int requests) implements WatchEnding {

        /**
         * Creates the ending.
         *
         * @throws NullPointerException if {@code answer} is null
         */
        public Completed {
            requireNonNull(answer, "answer");
        }

        @Override
        public LastObservation last() {
            return new LastObservation(Optional.of(answer.status().progress()), Optional.empty());
        }
    }

    /**
     * The timeout passed before the batch was final, or before an answer said so. The upload continues; it can be watched again.
     *
     * @param last the last observation
     * @param requests the number of requests
     */
    record TimedOut(LastObservation last, int requests) implements WatchEnding {

        /**
         * Creates the ending.
         *
         * @throws NullPointerException if {@code last} is null
         */
        public TimedOut {
            requireNonNull(last, "last");
        }
    }

    /**
     * Further requests are pointless: the batch is unknown, the request was refused, or several responses were unreadable.
     *
     * @param answer the last answer: a {@code NotFound}, a {@code Refused} or an {@code Unreadable}
     * @param progress the progress of the last status; empty if there was none
     * @param requests the number of requests
     */
    record GaveUp(BatchStatusAnswer answer, Optional<BatchProgress> progress, int requests) implements WatchEnding {

        /**
         * Creates the ending.
         *
         * @throws NullPointerException if any part is null
         * @throws IllegalArgumentException if {@code answer} is a {@link Found}
         */
        public GaveUp {
            new LastObservation(progress, Optional.of(answer));
        }

        @Override
        public LastObservation last() {
            return new LastObservation(progress, Optional.of(answer));
        }
    }

    /**
     * The ending of another batch ended the whole watch.
     *
     * @param last the last observation
     * @param requests the number of requests
     */
    record Stopped(LastObservation last, int requests) implements WatchEnding {

        /**
         * Creates the ending.
         *
         * @throws NullPointerException if {@code last} is null
         */
        public Stopped {
            requireNonNull(last, "last");
        }
    }
}
