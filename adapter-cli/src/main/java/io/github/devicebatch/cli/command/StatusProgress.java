package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.AttemptText;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.ReportedThrottling;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.progress.OutageTracker;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AttemptListener;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Progress of {@code status} on standard error: attempts as they happen, and long pauses. Throttling, which delays all
 * requests, is reported once. Thread-safe.
 */
final class StatusProgress implements AttemptListener, Pause {

    /** A shorter pause is not reported. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(2);

    private final Messages messages;
    private final UnavailableText unavailableText;
    private final Pause pause;
    private final Set<Thread> announcedRetries = new HashSet<>();
    private Instant throttledUntil = Instant.MIN;
    private final ReportedThrottling reportedThrottling = new ReportedThrottling();
    private Instant circuitOpenUntil = Instant.MIN;
    private final OutageTracker outages;
    private boolean rateLimitReported;

    /** Creates the progress, which delegates each pause to {@code pause}. */
    StatusProgress(Messages messages, UnavailableText unavailableText, Pause pause) {
        this.messages = messages;
        this.unavailableText = unavailableText;
        this.pause = pause;
        this.outages = new OutageTracker(unavailableText);
    }

    /** Returns why the service does not answer at present; empty if it does. */
    synchronized Optional<String> outage() {
        return outages.line();
    }

    @Override
    public synchronized void attempted(
            BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        messages.trace(AttemptText.attempt(batch, attempt, answer, untilNext));
        outages.attempted(answer, untilNext);
        untilNext.ifPresent(delay -> announcedRetries.add(Thread.currentThread()));
        if (answer instanceof Unavailable unavailable) {
            Optional<Instant> throttled = throttledUntil(unavailable);
            throttled.ifPresent(until -> throttledUntil = until);
            untilNext
                    .filter(delay -> isLong(unavailable.trace().elapsed().plus(delay)))
                    .filter(delay ->
                            throttled.filter(reportedThrottling::covers).isEmpty())
                    .ifPresent(
                            delay -> messages.retry(unavailableText.brief(unavailable) + nextStep(unavailable, delay)));
            untilNext.flatMap(delay -> throttled).ifPresent(reportedThrottling::reported);
        }
    }

    private Optional<Instant> throttledUntil(Unavailable unavailable) {
        return unavailable
                .retryAfter()
                .filter(delay -> unavailable.cause() == UnavailabilityCause.THROTTLED)
                .map(now()::plus);
    }

    private static String nextStep(Unavailable unavailable, Duration delay) {
        return unavailable.retryAfter().filter(Duration::isPositive).isPresent()
                ? "; waiting"
                : "; retrying in " + DurationText.format(delay);
    }

    /** Pauses; first reports a long pause that no attempt has announced: the request waits for the rate limiter. */
    @Override
    public void pause(Duration duration) throws InterruptedException {
        reportDelay(duration);
        pause.pause(duration);
    }

    /** Pauses because the circuit breaker is open; reports it once for all requests. */
    void pauseForCircuit(Duration duration) throws InterruptedException {
        reportCircuit(duration);
        pause.pause(duration);
    }

    private synchronized void reportCircuit(Duration duration) {
        Instant until = now().plus(duration);
        if (isLong(duration) && !now().isBefore(circuitOpenUntil)) {
            circuitOpenUntil = until;
            messages.delay(unavailableText.circuitOpenFor(duration) + "; waiting");
        }
    }

    private synchronized void reportDelay(Duration duration) {
        if (announcedRetries.remove(Thread.currentThread()) || !isLong(duration)) {
            return;
        }
        if (throttledUntil.isAfter(now())) {
            if (!reportedThrottling.covers(throttledUntil)) {
                reportedThrottling.reported(throttledUntil);
                messages.delay(unavailableText.throttledFor(duration) + "; waiting");
            }
        } else if (!rateLimitReported) {
            rateLimitReported = true;
            messages.delay("waiting " + DurationText.format(duration) + " because of --rate");
        }
    }

    private Instant now() {
        return unavailableText.clock().time().instant();
    }

    private static boolean isLong(Duration duration) {
        return duration.compareTo(LONG_PAUSE) > 0;
    }
}
