package io.github.devicebatch.application.watch;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.domain.BatchChange;
import io.github.devicebatch.domain.BatchMemory;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of one watched batch between two requests, and the next step after an answer. */
final class WatchedBatch {

    private final BatchReference batch;
    private BatchMemory memory = BatchMemory.empty();
    private Optional<BatchStatusAnswer> failure = Optional.empty();
    private Instant due = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private long turn;
    private int requests;
    private int pauses;
    private int unreadableInARow;
    private int confirmations;

    WatchedBatch(BatchReference batch) {
        this.batch = requireNonNull(batch, "batch");
    }

    BatchReference batch() {
        return batch;
    }

    Instant due() {
        return due;
    }

    long turn() {
        return turn;
    }

    int requests() {
        return requests;
    }

    int pauses() {
        return pauses;
    }

    LastObservation last() {
        return new LastObservation(memory.progress(), failure);
    }

    /** Counts a request that is sent now. */
    void asked(Instant now) {
        requests++;
        askedAt = now;
    }

    /** Returns when the last request was sent. */
    Instant askedAt() {
        return askedAt;
    }

    /** Remembers a status and returns what it changes. */
    BatchChange remember(BatchStatus status) {
        BatchChange change = memory.changeTo(status);
        memory = memory.after(status);
        return change;
    }

    void pauseUntil(Instant moment) {
        due = moment;
        pauses++;
    }

    /** Sets the order among batches that are due at the same time. */
    void queue(long place) {
        turn = place;
    }

    /** Returns the next step after an answer. */
    NextStep after(BatchStatusAnswer answer, boolean withinGrace) {
        unreadableInARow = answer instanceof Unreadable ? unreadableInARow + 1 : 0;
        failure = Optional.of(answer).filter(any -> !(any instanceof Found)).map(WatchedBatch::withoutServerIds);
        return switch (answer) {
            case Found found -> afterDescription(found);
            case Unavailable unavailable ->
                again(PauseReason.UNAVAILABLE, unavailable.retryAfter().orElse(Duration.ZERO));
            case NotFound notFound -> withinGrace ? again(PauseReason.NOT_FOUND_GRACE, Duration.ZERO) : giveUp(answer);
            case Refused refused -> giveUp(answer);
            case Unreadable unreadable ->
                unreadable.party() != Party.CLIENT && unreadableInARow < WatchSettings.UNREADABLE_IN_A_ROW
                        ? again(PauseReason.UNREADABLE, Duration.ZERO)
                        : giveUp(answer);
        };
    }

    /** Removes the server ids and earlier causes, half of the memory of a kept answer; the listener received them. */
    private static BatchStatusAnswer withoutServerIds(BatchStatusAnswer answer) {
        Trace trace = answer.trace();
        return answer.withTrace(new Trace(
                trace.attempts(),
                trace.elapsed(),
                trace.httpStatus(),
                trace.requestId(),
                trace.correlationId(),
                ServerIds.NONE));
    }

    private NextStep afterDescription(Found found) {
        if (!found.status().isFinal()) {
            return again(PauseReason.SCHEDULE, Duration.ZERO);
        }
        WatchEnding completed = new WatchEnding.Completed(found, requests);
        if (found.status().outcome() != BatchOutcome.UNCONFIRMED || confirmations == WatchSettings.CONFIRMATIONS) {
            return new NextStep.End(completed);
        }
        confirmations++;
        return new NextStep.Again(PauseReason.CONFIRMING, Duration.ZERO, completed);
    }

    private NextStep again(PauseReason reason, Duration atLeast) {
        return new NextStep.Again(reason, atLeast, timedOut());
    }

    private NextStep giveUp(BatchStatusAnswer answer) {
        return new NextStep.End(new WatchEnding.GaveUp(answer, memory.progress(), requests));
    }

    WatchEnding timedOut() {
        return new WatchEnding.TimedOut(last(), requests);
    }

    WatchEnding stopped() {
        return new WatchEnding.Stopped(last(), requests);
    }

    /** The next step after an answer. */
    sealed interface NextStep {

        /** Ends the watch of the batch. */
        record End(WatchEnding ending) implements NextStep {}

        /** Requests the status again after a pause, or ends with {@code otherwise} if no time is left. */
        record Again(PauseReason reason, Duration atLeast, WatchEnding otherwise) implements NextStep {}
    }
}
