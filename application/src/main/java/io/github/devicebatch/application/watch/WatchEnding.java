package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchProgress;
import java.util.Optional;

/** How the watch of one batch ended: exactly one of four ways. */
public sealed interface WatchEnding {

    /**
     * Returns how many questions were asked about the batch, those without an answer included.
     *
     * @return the number
     */
    int questions();

    /**
     * Returns what was known of the batch last.
     *
     * @return what is known; never null
     */
    LastObservation last();

    /**
     * The service is done with the batch. That alone is no success: read {@code answer.status().outcome()}, which may be
     * {@code UNCONFIRMED} to the end.
     *
     * @param answer the last answer, with all rows
     * @param questions how many questions were asked
     */
    record Completed(Found answer, int questions) implements WatchEnding {

        /**
         * Holds the ending.
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
     * Patience ended before the batch did. It goes on by itself; whoever wants to know watches again.
     *
     * @param last what was known last
     * @param questions how many questions were asked
     */
    record TimedOut(LastObservation last, int questions) implements WatchEnding {

        /**
         * Holds the ending.
         *
         * @throws NullPointerException if {@code last} is null
         */
        public TimedOut {
            requireNonNull(last, "last");
        }
    }

    /**
     * Asking again was no use: the service knows no such batch, refused, or could not be understood several times.
     *
     * @param answer the answer that ended it: a {@code NotFound}, a {@code Refused} or an {@code Unreadable}
     * @param progress how far the batch was when it was last described; empty if it never was
     * @param questions how many questions were asked
     */
    record GaveUp(BatchStatusAnswer answer, Optional<BatchProgress> progress, int questions) implements WatchEnding {

        /**
         * Holds the ending.
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
     * Another batch's ending was to be the last one.
     *
     * @param last what was known last
     * @param questions how many questions were asked
     */
    record Stopped(LastObservation last, int questions) implements WatchEnding {

        /**
         * Holds the ending.
         *
         * @throws NullPointerException if {@code last} is null
         */
        public Stopped {
            requireNonNull(last, "last");
        }
    }
}
