package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.domain.BatchChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;

/** The loop of one call of {@link BatchWatch#watchAll}. Belongs to the calling thread. */
final class WatchRun implements AutoCloseable {

    private final BatchWatch.Parts parts;
    private final WatchListener listener;
    private final Predicate<WatchEnding> lastOne;
    private final InFlightQueries<WatchedBatch> inFlight;
    private final WakeUpTimer timer;
    private final Instant start;
    /** The timeout: when the last request about each open batch is due. */
    private final Instant deadline;

    /** When the requests that are still in flight are interrupted. */
    private final Instant end;

    private final WatchQueue queue = new WatchQueue();
    private final GlobalHold hold = new GlobalHold();
    private boolean stopped;

    WatchRun(BatchWatch.Parts parts, int batches, WatchListener listener, Predicate<WatchEnding> lastOne) {
        this.parts = parts;
        this.listener = listener;
        this.lastOne = lastOne;
        // a batch never has two requests in flight
        int concurrency = Math.max(1, Math.min(parts.settings().concurrency(), batches));
        this.inFlight = new InFlightQueries<>(parts.query(), concurrency);
        this.timer = new WakeUpTimer(parts.pause(), inFlight);
        this.start = parts.time().instant();
        this.deadline = parts.settings()
                .timeout()
                .map(timeout -> Instants.after(start, timeout))
                .orElse(Instant.MAX);
        this.end = Instants.after(deadline, parts.settings().lastRequestsLimit());
    }

    void watch(Collection<WatchedBatch> batches) throws InterruptedException {
        batches.forEach(queue::add);
        while (!stopped && (!queue.isEmpty() || !inFlight.isEmpty())) {
            Instant now = parts.time().instant();
            endOverdue(now);
            if (!stopped) {
                sendDueRequests(now);
                await(now);
            }
        }
        inFlight.abandon().forEach(this::endUnfinished);
        queue.drain().forEach(this::endUnfinished);
    }

    private void endOverdue(Instant now) {
        boolean isOver = !now.isBefore(end);
        if (isOver) {
            inFlight.recall(this::handle);
            inFlight.abandon().forEach(this::endUnfinished);
        }
        if (isOver || hold.end().isAfter(Instants.later(now, deadline))) {
            queue.drain().forEach(this::endUnfinished);
        }
    }

    private void sendDueRequests(Instant now) throws InterruptedException {
        queue.release(now);
        while (!hold.end().isAfter(now) && inFlight.hasRoom() && queue.hasDue()) {
            WatchedBatch next = queue.take();
            next.asked(now);
            inFlight.ask(next, next.batch());
        }
    }

    /** Waits for an answer or for the time of the next request. */
    private void await(Instant now) throws InterruptedException {
        Instant nextRequest = queue.isEmpty() ? Instant.MAX : Instants.later(hold.end(), queue.nextDue(now));
        if (!inFlight.isEmpty()) {
            if (!inFlight.hasArrivals()) {
                timer.set(now, inFlight.hasRoom() ? Instants.earlier(nextRequest, end) : end);
            }
            inFlight.next().ifPresent(this::handle);
        } else if (!queue.isEmpty()) {
            timer.close();
            parts.pause().pause(Duration.between(now, nextRequest));
        }
    }

    private void handle(InFlightQueries.Result<WatchedBatch> answered) {
        try (answered) {
            handle(answered.subject(), answered.answer());
        }
    }

    private void handle(WatchedBatch watched, BatchStatusAnswer answer) {
        if (stopped) {
            endUnfinished(watched);
            return;
        }
        Instant now = parts.time().instant();
        report(watched, now, answer);
        switch (watched.after(answer, isWithinGrace(now))) {
            case WatchedBatch.NextStep.End end -> end(watched, now, end.ending());
            case WatchedBatch.NextStep.Again again -> pause(watched, now, again);
        }
    }

    private void report(WatchedBatch watched, Instant now, BatchStatusAnswer answer) {
        listener.on(new WatchEvent.Answered(watched.batch(), now, answer, watched.requests()));
        if (answer instanceof Found found) {
            report(watched, now, watched.remember(found.status()));
        }
        if (answer instanceof Unavailable unavailable && hold.extendedBy(unavailable, now)) {
            Duration duration = Duration.between(now, hold.end());
            listener.on(new WatchEvent.Held(watched.batch(), now, unavailable.cause(), duration));
        }
    }

    private void report(WatchedBatch watched, Instant now, BatchChange change) {
        if (!change.anomalies().isEmpty()) {
            listener.on(new WatchEvent.Contradicted(watched.batch(), now, change.anomalies()));
        }
        if (change.isProgress()) {
            listener.on(new WatchEvent.Changed(watched.batch(), now, change));
        }
    }

    private boolean isWithinGrace(Instant now) {
        return Duration.between(start, now).compareTo(parts.settings().notFoundGrace()) < 0;
    }

    private void pause(WatchedBatch watched, Instant now, WatchedBatch.NextStep.Again again) {
        Duration scheduled = parts.settings().schedule().delay(watched.pauses(), parts.random());
        Instant earliest = Instants.after(now, again.atLeast());
        boolean wasLast = !watched.askedAt().isBefore(deadline);
        if (wasLast || !isInTime(Instants.later(earliest, hold.end()), now)) {
            end(watched, now, again.otherwise());
            return;
        }
        boolean longer = again.atLeast().compareTo(scheduled) > 0;
        Instant regular = longer ? earliest : Instants.after(now, scheduled);
        Instant due = Instants.earlier(regular, Instants.later(now, deadline));
        PauseReason reason = longer ? PauseReason.RETRY_AFTER : again.reason();
        listener.on(new WatchEvent.Paused(watched.batch(), now, reason, Duration.between(now, due)));
        watched.pauseUntil(due);
        queue.add(watched);
    }

    /** Checks whether a request may still be sent at a moment: the last one is sent at the deadline. */
    private boolean isInTime(Instant moment, Instant now) {
        return moment.isBefore(Instant.MAX) && now.isBefore(end) && !moment.isAfter(Instants.later(now, deadline));
    }

    private void endUnfinished(WatchedBatch watched) {
        end(watched, parts.time().instant(), stopped ? watched.stopped() : watched.timedOut());
    }

    private void end(WatchedBatch watched, Instant now, WatchEnding ending) {
        listener.on(new WatchEvent.Ended(watched.batch(), now, ending));
        stopped = stopped || lastOne.test(ending);
    }

    /** Interrupts the requests in flight and the timer and waits for the end of their threads. */
    @Override
    public void close() {
        timer.close();
        inFlight.close();
    }
}
