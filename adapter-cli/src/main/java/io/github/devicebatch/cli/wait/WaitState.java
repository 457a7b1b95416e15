package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.progress.FailureCounts;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.DeviceTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** State of all batches of a wait: the open ones, and the results of the others. Not thread-safe. */
final class WaitState {

    private final Instant begun;
    private final Map<BatchReference, OpenBatch> open = new LinkedHashMap<>();
    private final List<WaitResult> unfinished = new ArrayList<>();
    private final Summary summary = new Summary();
    private final FailureCounts failures = new FailureCounts();
    private DeviceTally ended = DeviceTally.ZERO;
    private int settledBefore;
    private int endedBefore;

    WaitState(Collection<BatchReference> batches, Instant begun) {
        this.begun = begun;
        batches.forEach(batch -> open.put(batch, OpenBatch.watchedSince(begun)));
    }

    /** Updates the open batch that an answer or a pause is about; other events change nothing. */
    void on(WatchEvent event) {
        switch (event) {
            case WatchEvent.Answered answered ->
                open.computeIfPresent(answered.batch(), (batch, known) -> answered(known, answered));
            case WatchEvent.Paused paused ->
                open.computeIfPresent(paused.batch(), (batch, known) -> known.pausedUntil(paused.until()));
            case WatchEvent.Ended ended -> {
                // follows as end(WaitResult)
            }
            case WatchEvent.Changed changed -> failures.add(changed.change().failed());
            case WatchEvent.Contradicted contradicted -> {
                // part of the answer
            }
            case WatchEvent.Held held -> {
                // not about a batch
            }
        }
    }

    /** The devices of the first status of a batch were processed before this wait. */
    private OpenBatch answered(OpenBatch known, WatchEvent.Answered event) {
        OpenBatch answered = known.answered(event.answer(), event.request(), event.when());
        if (known.last().progress().isEmpty()) {
            settledBefore += answered.settled();
        }
        return answered;
    }

    /** Returns the results of the open batches if the wait is interrupted now. */
    List<WaitResult> interrupted() {
        return open.entrySet().stream()
                .map(entry -> WaitResult.interrupted(
                        entry.getKey(),
                        entry.getValue().last(),
                        entry.getValue().requests()))
                .toList();
    }

    /** Moves a batch from the open ones to the results. After an error here, such as a lack of memory, it is still open. */
    void end(WaitResult result) {
        summary.add(result);
        endedBefore += result.requests() > 1 ? 0 : 1;
        ended = ended.plus(
                result.snapshot().progress().map(BatchProgress::tally).orElse(DeviceTally.ZERO));
        if (result.isResumable()) {
            unfinished.add(result);
        }
        open.remove(result.batch());
    }

    Instant begun() {
        return begun;
    }

    /** Returns the open batches, in the order in which they were given. */
    Map<BatchReference, OpenBatch> open() {
        return Collections.unmodifiableMap(open);
    }

    /** Returns the results for which another wait makes sense. */
    List<WaitResult> unfinished() {
        return List.copyOf(unfinished);
    }

    /** Returns the devices of all batches by outcome, as far as they are known. */
    DeviceTally devices() {
        return open.values().stream()
                .flatMap(batch -> batch.last().progress().stream())
                .map(BatchProgress::tally)
                .reduce(ended, DeviceTally::plus);
    }

    FailureCounts failures() {
        return failures;
    }

    /** Returns how many batches ended while this wait watched them: not those that were final already. */
    int endedMeanwhile() {
        return summary.batches() - endedBefore;
    }

    /** Returns how many devices were processed since the first status of their batch. */
    int settledMeanwhile() {
        return devices().settled() - settledBefore;
    }

    Summary summary() {
        return summary;
    }

    /**
     * Batch whose wait has not ended.
     *
     * @param last the last observation
     * @param since when it was first seen in its state; the begin of the wait if it was never seen
     * @param requests how many requests were sent for it
     * @param next when the next request is due; empty if that is not known
     */
    record OpenBatch(LastObservation last, Instant since, int requests, Optional<Instant> next) {

        static OpenBatch watchedSince(Instant begun) {
            return new OpenBatch(LastObservation.NOTHING, begun, 0, Optional.empty());
        }

        OpenBatch answered(BatchStatusAnswer answer, int request, Instant when) {
            if (!(answer instanceof Found found)) {
                return new OpenBatch(
                        new LastObservation(last.progress(), Optional.of(answer)), since, request, Optional.empty());
            }
            BatchProgress progress = found.status().progress();
            boolean sameState = state().equals(Optional.of(progress.state()));
            return new OpenBatch(
                    new LastObservation(Optional.of(progress), Optional.empty()),
                    sameState ? since : when,
                    request,
                    Optional.empty());
        }

        OpenBatch pausedUntil(Instant instant) {
            return new OpenBatch(last, since, requests, Optional.of(instant));
        }

        /** Returns the number of processed devices. */
        int settled() {
            return last.progress().map(progress -> progress.tally().settled()).orElse(0);
        }

        Optional<BatchState> state() {
            return last.progress().map(BatchProgress::state);
        }
    }
}
