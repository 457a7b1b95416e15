package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where every batch stands that is waited for: those that are open, and what has become of the others. */
final class WaitState {

    private final Instant begun;
    private final Map<BatchReference, OpenBatch> open = new LinkedHashMap<>();
    private final List<WaitResult> unfinished = new ArrayList<>();
    private final Summary summary = new Summary();

    WaitState(Collection<BatchReference> batches, Instant begun) {
        this.begun = begun;
        batches.forEach(batch -> open.put(batch, OpenBatch.watchedSince(begun)));
    }

    void on(WatchEvent event) {
        switch (event) {
            case WatchEvent.Answered answered ->
                open.computeIfPresent(
                        answered.batch(),
                        (batch, known) -> known.answered(answered.answer(), answered.question(), answered.when()));
            case WatchEvent.Paused paused ->
                open.computeIfPresent(paused.batch(), (batch, known) -> known.askedNextAt(paused.until()));
            case WatchEvent.Ended ended -> {
                // told as a result
            }
            case WatchEvent.Changed told -> {
                // the answer has said so
            }
            case WatchEvent.Contradicted told -> {
                // likewise
            }
            case WatchEvent.Held held -> {
                // that is not about a batch
            }
        }
    }

    /** Gives what the batches that are open come to if nobody waits for them any more. */
    List<WaitResult> interrupted() {
        return open.entrySet().stream()
                .map(still -> WaitResult.interrupted(
                        still.getKey(),
                        still.getValue().last(),
                        still.getValue().questions()))
                .toList();
    }

    /** The wait for one batch is over. */
    void end(WaitResult result) {
        open.remove(result.batch());
        summary.add(result);
        if (result.isWorthAnotherTry()) {
            unfinished.add(result);
        }
    }

    Instant begun() {
        return begun;
    }

    /** Gives the batches that are open, in the order in which they were given. */
    Map<BatchReference, OpenBatch> open() {
        return Collections.unmodifiableMap(open);
    }

    /** Gives those for which waiting once more makes sense. */
    List<WaitResult> unfinished() {
        return List.copyOf(unfinished);
    }

    Summary summary() {
        return summary;
    }

    /**
     * A batch that is waited for.
     *
     * @param last what is known of it
     * @param since when it was first seen in its state, or watched at all
     * @param questions how many questions were asked about it
     * @param next when it is asked about next; empty while that is open
     */
    record OpenBatch(LastObservation last, Instant since, int questions, Optional<Instant> next) {

        static OpenBatch watchedSince(Instant begun) {
            return new OpenBatch(LastObservation.NOTHING, begun, 0, Optional.empty());
        }

        OpenBatch answered(BatchStatusAnswer answer, int question, Instant when) {
            if (!(answer instanceof Found found)) {
                return new OpenBatch(
                        new LastObservation(last.progress(), Optional.of(answer)), since, question, Optional.empty());
            }
            BatchProgress progress = found.status().progress();
            boolean sameState = state().equals(Optional.of(progress.state()));
            return new OpenBatch(
                    new LastObservation(Optional.of(progress), Optional.empty()),
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
}
