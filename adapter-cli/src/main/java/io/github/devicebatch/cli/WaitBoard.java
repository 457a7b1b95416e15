package io.github.devicebatch.cli;

import io.github.devicebatch.application.WatchEvent;
import io.github.devicebatch.domain.BatchReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where every batch stands that is waited for: those that are open, and what has become of the others. */
final class WaitBoard {

    private final Instant begun;
    private final Map<BatchReference, OpenBatch> open = new LinkedHashMap<>();
    private final List<WaitResult> unfinished = new ArrayList<>();
    private final Summary summary = new Summary();

    WaitBoard(Collection<BatchReference> batches, Instant begun) {
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
}
