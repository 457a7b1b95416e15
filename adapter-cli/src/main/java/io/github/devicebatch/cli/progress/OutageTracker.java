package io.github.devicebatch.cli.progress;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.UnavailableText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * State of the outage that keeps the service from answering: at most one at a time, however many requests fail. A delay of up
 * to 2 s is not an outage. Not thread-safe.
 */
public final class OutageTracker {

    private static final Duration MAX_UNNOTICED_DELAY = Duration.ofSeconds(2);
    private static final Duration NOTICE_INTERVAL = Duration.ofMinutes(1);

    private final UnavailableText unavailableText;
    private final ElapsedTime elapsed;
    private Optional<Outage> current = Optional.empty();
    private Instant retryAt = Instant.MIN;
    private Optional<Outage> noticed = Optional.empty();
    private Instant noticedAt = Instant.MIN;

    /**
     * Outage of the service.
     *
     * @param cause its present cause
     * @param since when it began, with any cause
     * @param text the cause as text
     */
    public record Outage(UnavailabilityCause cause, Instant since, String text) {}

    public OutageTracker(UnavailableText unavailableText) {
        this.unavailableText = unavailableText;
        this.elapsed = new ElapsedTime(unavailableText.clock().time());
    }

    /**
     * Records the result of an attempt.
     *
     * @param untilNext the pause before the next attempt of the same request; empty if this was the last one
     */
    public void attempted(BatchStatusAnswer answer, Optional<Duration> untilNext) {
        Instant now = now();
        if (answer instanceof BatchStatusAnswer.Refused) {
            return; // it neither begins nor ends an outage: it ends the wait, or is reported as missing token
        }
        if (!(answer instanceof Unavailable unavailable)) {
            // an answer to a request that was sent before the service asked for a pause does not end the outage
            current = now.isBefore(retryAt) ? current : Optional.empty();
        } else if (isNoticeable(unavailable, untilNext)) {
            Instant since = current.map(Outage::since).orElse(now);
            current = Optional.of(new Outage(unavailable.cause(), since, unavailableText.outage(unavailable)));
            Instant requested = now.plus(unavailable.retryAfter().orElse(Duration.ZERO));
            retryAt = requested.isAfter(retryAt) ? requested : retryAt;
        }
    }

    private static boolean isNoticeable(Unavailable unavailable, Optional<Duration> untilNext) {
        return untilNext
                .map(pause -> unavailable.trace().elapsed().plus(pause))
                .map(delay -> delay.compareTo(MAX_UNNOTICED_DELAY) > 0)
                .orElse(true);
    }

    /** Returns the present outage; empty while the service answers. */
    public Optional<Outage> current() {
        return current;
    }

    /** Returns the cause of the present outage; empty while the service answers. */
    public Optional<UnavailabilityCause> cause() {
        return current.map(Outage::cause);
    }

    /** Returns the present outage as a line: its cause, and for how long it has lasted; empty while the service answers. */
    public Optional<String> line() {
        return current.map(outage -> outage.text() + " (for " + elapsed.since(outage.since()) + ")");
    }

    /**
     * Returns a notice that an outage has begun or ended, once each; empty if there is nothing new. A service that fails again
     * and again is reported once a minute.
     */
    public Optional<String> nextNotice() {
        if (current.isEmpty()) {
            Optional<String> end =
                    noticed.map(ended -> "Partner Center responds again after " + elapsed.since(ended.since()));
            noticed = Optional.empty();
            return end;
        }
        return current.filter(this::isNew).map(this::notice);
    }

    /** Another cause of the same outage is not new, but the end of a throttling is. */
    private boolean isNew(Outage outage) {
        boolean due = !now().isBefore(noticedAt.plus(NOTICE_INTERVAL));
        return noticed.map(earlier -> outage.cause() == UnavailabilityCause.THROTTLED
                        && (earlier.cause() != UnavailabilityCause.THROTTLED || due)
                        && !earlier.text().equals(outage.text()))
                .orElse(due);
    }

    private String notice(Outage outage) {
        noticed = Optional.of(outage);
        noticedAt = now();
        return outage.text() + "; still waiting";
    }

    private Instant now() {
        return unavailableText.clock().time().instant();
    }
}
