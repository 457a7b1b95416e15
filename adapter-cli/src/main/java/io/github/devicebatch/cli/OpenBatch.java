package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.LastKnown;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchState;
import java.time.Instant;
import java.util.Optional;

/**
 * A batch that is waited for.
 *
 * @param last what is known of it
 * @param since when it was first seen in its state, or watched at all
 * @param questions how many questions were asked about it
 * @param next when it is asked about next; empty while that is open
 */
record OpenBatch(LastKnown last, Instant since, int questions, Optional<Instant> next) {

    static OpenBatch watchedSince(Instant begun) {
        return new OpenBatch(LastKnown.NOTHING, begun, 0, Optional.empty());
    }

    OpenBatch answered(BatchStatusAnswer answer, int question, Instant when) {
        if (!(answer instanceof Found found)) {
            return new OpenBatch(
                    new LastKnown(last.progress(), Optional.of(answer)), since, question, Optional.empty());
        }
        BatchProgress progress = found.status().progress();
        boolean sameState = state().equals(Optional.of(progress.state()));
        return new OpenBatch(
                new LastKnown(Optional.of(progress), Optional.empty()),
                sameState ? since : when,
                question,
                Optional.empty());
    }

    OpenBatch askedNextAt(Instant moment) {
        return new OpenBatch(last, since, questions, Optional.of(moment));
    }

    Optional<BatchState> state() {
        return last.progress().map(BatchProgress::state);
    }
}
