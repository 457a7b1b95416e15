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
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.Excerpt;
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

    private static final int MAX_CODE_LENGTH = 40;

    private final Instant begun;
    private final Map<BatchReference, OpenBatch> open = new LinkedHashMap<>();
    private final List<WaitResult> unfinished = new ArrayList<>();
    private final Summary summary = new Summary();
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private DeviceTally ended = DeviceTally.ZERO;

    WaitState(Collection<BatchReference> batches, Instant begun) {
        this.begun = begun;
        batches.forEach(batch -> open.put(batch, OpenBatch.watchedSince(begun)));
    }

    /** Updates the open batch that an answer or a pause is about; other events change nothing. */
    void on(WatchEvent event) {
        switch (event) {
            case WatchEvent.Answered answered ->
                open.computeIfPresent(
                        answered.batch(),
                        (batch, known) -> known.answered(answered.answer(), answered.request(), answered.when()));
            case WatchEvent.Paused paused ->
                open.computeIfPresent(paused.batch(), (batch, known) -> known.pausedUntil(paused.until()));
            case WatchEvent.Ended ended -> {
                // follows as end(WaitResult)
            }
            case WatchEvent.Changed changed ->
                changed.change().failed().forEach(device -> failures.merge(code(device), 1, Integer::sum));
            case WatchEvent.Contradicted contradicted -> {
                // part of the answer
            }
            case WatchEvent.Held held -> {
                // not about a batch
            }
        }
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

    /** Moves a batch from the open ones to the results. */
    void end(WaitResult result) {
        open.remove(result.batch());
        summary.add(result);
        ended = ended.plus(
                result.snapshot().progress().map(BatchProgress::tally).orElse(DeviceTally.ZERO));
        if (result.isResumable()) {
            unfinished.add(result);
        }
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

    /** Returns the number of failed devices by the code of their error, in the order in which the codes appeared. */
    Map<String, Integer> failures() {
        return Collections.unmodifiableMap(failures);
    }

    private static String code(DeviceStatus device) {
        return device.error()
                .map(error -> error.code().or(error::name).orElse(""))
                .map(code -> Excerpt.of(code, MAX_CODE_LENGTH).text())
                .orElse("without a code");
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

        Optional<BatchState> state() {
            return last.progress().map(BatchProgress::state);
        }
    }
}
